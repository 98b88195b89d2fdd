using System.Text;

namespace GdprKit.Subjects;

/// <summary>Letters that look alike are written alike.</summary>
internal static class CanonicalText
{
    /// <summary>The text with composed letters; <see langword="null"/> when it is no Unicode, as with half of a surrogate pair.</summary>
    public static string? Compose(string text) => Normalize(text, NormalizationForm.FormC);

    /// <summary>The text with letters and accents apart, and compatible forms alike; <see langword="null"/> when it is no Unicode.</summary>
    public static string? Decompose(string text) => Normalize(text, NormalizationForm.FormKD);

    private static string? Normalize(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
