"""An authority of the tests' own, and signatures by those whom it certifies."""

import datetime
import os
import subprocess
from io import BytesIO

import pkcs11
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pkcs11.util.x509 import decode_x509_certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from reports.signatures.apart import apart

A_DAY = datetime.timedelta(days=1)
PASSWORD = b"mat-khau"
SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so"


class Authority:
    def __init__(self, name="Nơi cấp chứng thư thử"):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = _name(name)
        self.certificate = self._certify(self.name, self.key, is_authority=True)

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def key_file(self, person, organization):
        """The bytes of a PKCS#12 file with the key and certificate of that person, locked by PASSWORD."""
        key, certificate = self.certified(person, organization)
        return pkcs12.serialize_key_and_certificates(
            b"ky", key, certificate, [self.certificate], serialization.BestAvailableEncryption(PASSWORD)
        )

    def certified(self, person, organization):
        """A new key and its certificate."""
        key = ec.generate_private_key(ec.SECP256R1())
        return key, self._certify(_name(person, organization), key)

    def token(self, folder, person, *, label, key_label, pin):
        """Make a token of software in that folder with a key and certificate of that person (SoftHSM)."""
        key, certificate = self.certified(person, "")
        (folder / "tokens").mkdir()
        (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\n")
        os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")  # read when the library is loaded
        file = folder / "key.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        _softhsm("--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", pin)
        _softhsm("--import", file, "--token", label, "--label", key_label, "--id", "01", "--pin", pin)
        token = pkcs11.lib(SOFTHSM).get_token(token_label=label)
        with token.open(rw=True, user_pin=pin) as session:
            facts = decode_x509_certificate(certificate.public_bytes(serialization.Encoding.DER))
            names = {pkcs11.Attribute.LABEL: key_label, pkcs11.Attribute.ID: b"\1"}
            session.create_object(facts | names | {pkcs11.Attribute.TOKEN: True})

    def _certify(self, subject, key, *, is_authority=False):
        now = datetime.datetime.now(datetime.UTC)
        usage = dict.fromkeys(
            (
                "content_commitment",
                "key_encipherment",
                "data_encipherment",
                "key_agreement",
                "encipher_only",
                "decipher_only",
            ),
            False,
        )
        usage["content_commitment"] = not is_authority
        return (
            x509.CertificateBuilder(
                issuer_name=self.name,
                subject_name=subject,
                public_key=key.public_key(),
                serial_number=x509.random_serial_number(),
                not_valid_before=now - A_DAY,
                not_valid_after=now + A_DAY,
            )
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=True, key_cert_sign=is_authority, crl_sign=is_authority, **usage
                ),
                critical=True,
            )
            .sign(self.key, hashes.SHA256())
        )


def _softhsm(*arguments):
    subprocess.run(["softhsm2-util", *arguments], check=True, stdout=subprocess.DEVNULL)


def _name(person, organization=""):
    names = [(NameOID.COMMON_NAME, person), (NameOID.ORGANIZATION_NAME, organization)]
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in names if text])


def signed(content, key_file, field="ChuKy"):
    """The PDF with one more digital signature, without a picture."""
    signer = signers.SimpleSigner.load_pkcs12_data(key_file, other_certs=[], passphrase=PASSWORD)
    about = signers.PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES)
    writer = IncrementalPdfFileWriter(BytesIO(content))
    return apart(signers.sign_pdf, writer, about, signer=signer).getvalue()
