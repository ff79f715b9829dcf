"""A lead's phone number as people read it, and as a telephone dials it."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat


def shown_phone(phone: str) -> str:
    """In the national form, 03-1234-5678; unchanged when it is no number."""
    number = _read(phone)
    if number is None:
        return phone
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL).replace("ext.", "内線")


def tel_link(phone: str) -> str | None:
    """The address of a link that dials it (RFC 3966), with its extension."""
    number = _read(phone)
    return phonenumbers.format_number(number, PhoneNumberFormat.RFC3966) if number else None


def _read(phone: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(phone.replace("内線", " ext. "), "JP")
    except NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
