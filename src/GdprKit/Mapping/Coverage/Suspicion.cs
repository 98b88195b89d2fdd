using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;

namespace GdprKit.Mapping;

/// <summary>Why a property looks like personal data.</summary>
/// <param name="Because">The rest of the sentence "Customer.Phone …".</param>
/// <param name="Word">The word that betrays it, or <see langword="null"/> when something else does.</param>
internal sealed record Suspicion(string Because, PersonalDataWord? Word)
{
    private static readonly Dictionary<string, PersonalDataWord> Certain = PersonalDataWords.Certain.ToDictionary(word => word.Text, StringComparer.Ordinal);

    private static readonly Dictionary<string, PersonalDataWord> BesideOthers = PersonalDataWords.BesideOthers.ToDictionary(word => word.Text, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(MailAddress)] = "email",
        [typeof(IPAddress)] = "ip",
        [typeof(PhysicalAddress)] = "macaddress",
    };

    /// <summary>What a property betrays wherever it stands, or <see langword="null"/>.</summary>
    public static Suspicion? Of(PropertyDescription property)
    {
        var type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        return property.Marks.Count > 0 ? new Suspicion($"is marked {string.Join(", ", property.Marks)}", LongestIn(property, Certain))
            : Types.TryGetValue(type, out var text) ? Holds(Certain[text], $"the type {type.Name}")
            : LongestIn(property, Certain) is { } word ? Holds(word, $"'{word.Text}' in its name")
            : null;
    }

    /// <summary>What a property betrays in a row that holds personal data already, or <see langword="null"/>.</summary>
    public static Suspicion? BesidePersonalData(PropertyDescription property) =>
        LongestIn(property, BesideOthers) is { } word ? Holds(word, $"'{word.Text}' in its name, beside other personal data") : null;

    private static Suspicion Holds(PersonalDataWord word, string by) => new($"seems to hold {word.Meaning}, by {by}", word);

    // Most of a name is in its last part; the rest says where: "Address.City" is a city.
    private static PersonalDataWord? LongestIn(PropertyDescription property, Dictionary<string, PersonalDataWord> words) => property.Path.Segments
        .Reverse()
        .Select(segment => NameParts.RunsOf(segment).Where(words.ContainsKey).MaxBy(text => text.Length))
        .OfType<string>()
        .Select(text => words[text])
        .FirstOrDefault();
}
