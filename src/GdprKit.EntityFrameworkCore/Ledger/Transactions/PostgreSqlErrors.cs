namespace GdprKit.EntityFrameworkCore;

/// <summary>States of errors of PostgreSQL that are answers (PostgreSQL documentation, appendix A).</summary>
internal static class PostgreSqlErrors
{
    public const string DivisionByZero = "22012";

    public const string UniqueViolation = "23505";

    public const string LockNotAvailable = "55P03";

    public const string NoActiveTransaction = "25P01";
}
