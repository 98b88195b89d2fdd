using System.Runtime.CompilerServices;

namespace GdprKit.PostgreSql;

/// <summary>A test on PostgreSQL; skipped, and said to be, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = PostgreSqlInstallation.Missing;
        SkipType = typeof(PostgreSqlInstallation);
        SkipUnless = nameof(PostgreSqlInstallation.IsInstalled);
    }
}
