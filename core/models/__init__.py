from core.models.holiday import Holiday

__all__ = ["Holiday"]
