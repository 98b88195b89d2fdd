using System.Runtime.CompilerServices;

namespace GdprKit.Crash;

/// <summary>A test that sends from PostgreSQL to a real mail server; skipped, and said to be, where one of both is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SendingTheoryAttribute : TheoryAttribute
{
    public SendingTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = PostgreSqlInstallation.IsInstalled ? SmtpInstallation.Missing : PostgreSqlInstallation.Missing;
        SkipType = typeof(SendingTheoryAttribute);
        SkipUnless = nameof(IsInstalled);
    }

    public static bool IsInstalled => PostgreSqlInstallation.IsInstalled && SmtpInstallation.IsInstalled;
}
