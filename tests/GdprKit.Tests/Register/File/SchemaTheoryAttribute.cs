using System.Runtime.CompilerServices;

namespace GdprKit;

/// <summary>A test of several cases by the validator of JSON Schema; skipped, and said to be, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaTheoryAttribute : TheoryAttribute
{
    public SchemaTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = SchemaValidator.Missing;
        SkipType = typeof(SchemaValidator);
        SkipUnless = nameof(SchemaValidator.IsInstalled);
    }
}
