using System.Text.Json;

namespace GdprKit.Register;

/// <summary>The words by which the register file names the members of an enumeration: <c>endOfMonth</c> for <c>EndOfMonth</c>.</summary>
/// <typeparam name="T">An enumeration whose zero member is <c>Unspecified</c>, which has no word.</typeparam>
internal static class ChoiceWords<T>
    where T : struct, Enum
{
    private const string NoWord = "Unspecified";

    public static IReadOnlyCollection<string> Words { get; } = [.. Enum.GetNames<T>().Where(name => name != NoWord).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static string WordFor(T value)
    {
        var word = JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
        return Words.Contains(word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, "Only what a register accepted can be written.");
    }

    public static T? Find(string word) => Words.Contains(word) ? Enum.Parse<T>(word, ignoreCase: true) : null;
}
