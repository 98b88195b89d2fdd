namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The database was out of reach for a moment.</summary>
internal sealed class TransientException : Exception;
