using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>A category of data that needs more than its name: a description, or the protection the law gives it.</summary>
internal static class CategoryText
{
    public static bool NeedsLineOfItsOwn(DataCategory category) =>
        category.Description is not null || category.Sensitivity is not DataSensitivity.Ordinary;

    public static InlineText Of(DataCategory category, NoticeContext context)
    {
        var words = context.Wording.Register;
        string?[] sentences =
        [
            category.Description is { } description ? words.AsSentence(context.Text(description)) : null,
            category.Sensitivity is DataSensitivity.Ordinary ? null : words.Explanation(category.Sensitivity),
            category.Law is { } law ? context.Wording.LawOf(law.Text) : null,
        ];
        return [new Inline.Strong(words.AsSentence(context.Text(category.Label))), " ", string.Join(' ', sentences.OfType<string>())];
    }
}
