using System.Text.Json;

namespace GdprKit.Register;

/// <summary>The words by which the register file names the members of an enumeration: <c>endOfMonth</c> for <c>EndOfMonth</c>.</summary>
/// <typeparam name="T">An enumeration whose zero member is <c>Unspecified</c>, which has no word.</typeparam>
internal static class ChoiceWords<T>
    where T : struct, Enum
{
    private static readonly (string Word, T Value)[] All =
    [
        .. from value in Enum.GetValues<T>()
           where !EqualityComparer<T>.Default.Equals(value, default)
           select (JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value)!), value),
    ];

    public static IReadOnlyCollection<string> Words { get; } = [.. All.Select(choice => choice.Word)];

    public static string WordFor(T value) => Array.Find(All, choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Word
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, "Only what a register accepted can be written.");

    public static T? Find(string word)
    {
        var index = Array.FindIndex(All, choice => choice.Word == word);
        return index < 0 ? null : All[index].Value;
    }
}
