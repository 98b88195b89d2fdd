namespace GdprKit;

/// <summary>Placeholder until the vocabulary lands.</summary>
public sealed record DpvTerm(string Text)
{
    internal static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DpvTerm? term, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? fault)
    {
        term = new DpvTerm(text);
        fault = null;
        return true;
    }
}
