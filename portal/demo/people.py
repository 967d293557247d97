"""Accounts and posts of the demonstration."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from organizations.models import CouncilSeat, Post, Role, User
from portal.demo.accounts import (
    ACCOUNTS,
    DISTRICT,
    NEW_PROVINCE,
    OTHERS_ON_THE_COUNCIL,
    PASSWORD,
    PROVINCE,
    SUCCESSOR,
    Work,
)
from portal.demo.invented import any_name
from portal.demo.places import LAST_DAY, MERGED, REFORM, START

PROVINCES = ((PROVINCE, START, LAST_DAY), (NEW_PROVINCE, REFORM, None))
AGENCY_TITLES = {
    "H823-GD": ("Chuyên viên", "Trưởng phòng Giáo dục và Đào tạo"),
    "H823-MT": ("Chuyên viên", "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam"),
}


@dataclass(frozen=True)
class Cast:
    """Who prepares for each unit ({unit code: (officer, head)}), and all users by user name."""

    users: dict
    preparers: dict


def load_people(random, units, until):
    """Users with one password, and their posts up to the day `until`."""
    posts, names, preparers = [], {}, {}
    for account in ACCOUNTS:
        names[account.username] = account.full_name
        posts += _career(account.username, account.before, account.after)
    for username, name, title, seat in OTHERS_ON_THE_COUNCIL:
        names[username] = name
        posts += _career(
            username, Work(DISTRICT, Role.MEMBER, title, seat), Work(SUCCESSOR, Role.MEMBER, title, seat)
        )
    for code, start, end, officer, head in _preparing_posts():
        pair = []
        for role, title, prefix in ((Role.OFFICER, officer, "canbo"), (Role.HEAD, head, "thutruong")):
            username = f"{prefix}.{code.lower()}"
            names[username] = any_name(random)
            posts.append((username, Work(code, role, title), start, end))
            pair.append(username)
        preparers[code] = tuple(pair)
    for code, start, end in PROVINCES:
        username = f"phochutich.{code.lower()}"
        names[username] = any_name(random)
        posts.append(
            (
                username,
                Work(code, Role.MEMBER, "Phó Chủ tịch Ủy ban nhân dân tỉnh", CouncilSeat.VICE),
                start,
                end,
            )
        )
    preparers |= {"X28675": ("canbo", "thutruong"), "N28651": ("canbo", "thutruong")}
    users = _save_users(names)
    _save_posts(posts, users, units, until)
    return Cast(users, preparers)


def _career(username, before, after):
    return [(username, before, START, LAST_DAY), (username, after, REFORM, None)]


def _preparing_posts():
    titles = ("Công chức Văn hóa - Xã hội", "Chủ tịch Ủy ban nhân dân xã")
    for (code, _short), merged in MERGED.items():
        if code != SUCCESSOR:
            yield code, REFORM, None, *titles
        yield from ((old, START, LAST_DAY, *titles) for old, _name in merged if old != "X28675")
    yield from ((code, START, LAST_DAY, *pair) for code, pair in AGENCY_TITLES.items())


def _save_users(names):
    password = make_password(PASSWORD)
    User.objects.bulk_create(
        User(
            username=username,
            full_name=name,
            password=password,
            is_staff=username == "quantri",
        )
        for username, name in names.items()
    )
    return {user.username: user for user in User.objects.filter(username__in=names)}


def _save_posts(posts, users, units, until):
    Post.objects.bulk_create(
        Post(
            user=users[username],
            unit=units[work.unit],
            role=work.role,
            title=work.title,
            council_seat=work.seat,
            starts_on=start,
            ends_on=end if end and end < until else None,
        )
        for username, work, start, end in posts
        if start <= until
    )
