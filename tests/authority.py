"""An authority of the tests' own, and signatures by those whom it certifies."""

import datetime
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

A_DAY = datetime.timedelta(days=1)
PASSWORD = b"mat-khau"


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
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._certify(_name(person, organization), key)
        return pkcs12.serialize_key_and_certificates(
            b"ky", key, certificate, [self.certificate], serialization.BestAvailableEncryption(PASSWORD)
        )

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


def _name(person, organization=""):
    names = [(NameOID.COMMON_NAME, person), (NameOID.ORGANIZATION_NAME, organization)]
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in names if text])


def signed(content, key_file, field="ChuKy"):
    """The PDF with one more digital signature, without a picture."""
    signer = signers.SimpleSigner.load_pkcs12_data(key_file, other_certs=[], passphrase=PASSWORD)
    about = signers.PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES)
    return signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(content)), about, signer=signer).getvalue()
