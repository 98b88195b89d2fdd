using System.Runtime.CompilerServices;

namespace GdprKit.Samples.Browser;

/// <summary>A test in a real browser; skipped, and said to be, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = InstalledChromium.Missing;
        SkipType = typeof(InstalledChromium);
        SkipUnless = nameof(InstalledChromium.IsFound);
    }
}
