"""How a visitor can be reached: name, e-mail address, telephone number, and keys to find the same ones again."""

from leads.domain.email_address import Email, email_key, read_email
from leads.domain.person_name import read_name
from leads.domain.phone_number import Phone, phone_key, read_phone

__all__ = ["Email", "Phone", "email_key", "phone_key", "read_email", "read_name", "read_phone"]
