"""Certificates: what stands on each, where on the sheet, as PDF, and in batches for the printer."""
