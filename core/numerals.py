"""Numbers in Vietnamese words, as amounts of money are repeated on papers."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu")  # three digits each; above them “tỷ” begins anew
BILLION = 10**9


def in_words(number):
    """“ba triệu chín trăm chín mươi tư nghìn”, for whole numbers from 0 on."""
    if number >= BILLION:
        above, rest = divmod(number, BILLION)
        return " ".join(filter(None, [in_words(above), "tỷ", _below_billion(rest, is_continued=True)]))
    return _below_billion(number) or DIGITS[0]


def _below_billion(number, *, is_continued=False):
    words = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += [*_three_digits(group, is_continued=is_continued or bool(words)), GROUPS[power]]
    return " ".join(filter(None, words))


def _three_digits(number, *, is_continued):
    """Words of 1–999; “không trăm” and “lẻ” are said where greater groups came before."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or is_continued else []
    if tens > 1:
        words += [DIGITS[tens], "mươi"]
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("lẻ")
    if ones:
        words.append(_last_digit(tens, ones))
    return words


def _last_digit(tens, ones):
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 4 and tens > 1:
        return "tư"
    return "lăm" if ones == 5 and tens else DIGITS[ones]
