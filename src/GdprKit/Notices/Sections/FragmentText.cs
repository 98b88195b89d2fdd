namespace GdprKit.Notices;

/// <summary>Fragments where they are no sentences: cells of a table, terms of a list.</summary>
internal static class FragmentText
{
    /// <summary>The fragment with a capital, and without the full stop of a sentence.</summary>
    public static string AsTerm(this RegisterWording words, string fragment)
    {
        var sentence = words.AsSentence(fragment);
        return fragment.TrimEnd().EndsWith('.') ? sentence : sentence.TrimEnd('.');
    }
}
