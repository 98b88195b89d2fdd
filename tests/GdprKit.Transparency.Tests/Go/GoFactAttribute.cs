using System.Runtime.CompilerServices;

namespace GdprKit.Transparency.Go;

/// <summary>A test with the code of the Go project; skipped, and said to be, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoFactAttribute : FactAttribute
{
    public GoFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = GoInstallation.Missing;
        SkipType = typeof(GoInstallation);
        SkipUnless = nameof(GoInstallation.IsInstalled);
    }
}
