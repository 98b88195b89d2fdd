using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Requests;

/// <summary>Decides what is given of texts in which others can be named: nothing, unless somebody has read exactly that text.</summary>
internal sealed class ExportReview(ValueList<ReviewedText> reviewed)
{
    private readonly Dictionary<Digest, ReviewedText> _reviewed = reviewed.GroupBy(text => text.Original).ToDictionary(same => same.Key, same => same.Last());

    /// <summary>How many texts were withheld.</summary>
    public long Withheld { get; private set; }

    /// <summary>What is given of a value.</summary>
    public bool TryGive(ExportColumn column, object? value, out object? given)
    {
        given = value;
        if (!NeedsReview(column, value, out var text))
        {
            return true;
        }

        if (_reviewed.TryGetValue(ReviewedText.DigestOf(text), out var read))
        {
            given = read.Instead ?? value;
            return true;
        }

        given = null;
        Withheld++;
        return false;
    }

    public static bool NeedsReview(ExportColumn column, object? value, [NotNullWhen(true)] out string? text)
    {
        text = column.Field.MayNameOthers ? ExportedValue.ToText(value) : null;
        return !string.IsNullOrWhiteSpace(text);
    }
}
