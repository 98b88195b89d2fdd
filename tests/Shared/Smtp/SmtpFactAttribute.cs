using System.Runtime.CompilerServices;

namespace GdprKit.Smtp;

/// <summary>A test with a real mail server; skipped, and said to be, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = SmtpInstallation.Missing;
        SkipType = typeof(SmtpInstallation);
        SkipUnless = nameof(SmtpInstallation.IsInstalled);
    }
}
