using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;

namespace GdprKit.Mapping;

/// <summary>Why a property looks like personal data.</summary>
/// <param name="Ground">By what.</param>
/// <param name="Sign">The word, the type or the marks themselves; empty where the place alone says it.</param>
/// <param name="Word">What it seems to hold, or <see langword="null"/> when that is not known.</param>
internal sealed record Suspicion(SuspicionGround Ground, string Sign, PersonalDataWord? Word)
{
    private static readonly Dictionary<string, PersonalDataWord> Certain = PersonalDataWords.Certain.ToDictionary(word => word.Text, StringComparer.Ordinal);

    private static readonly Dictionary<string, PersonalDataWord> BesideOthers = PersonalDataWords.BesideOthers.ToDictionary(word => word.Text, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(MailAddress)] = "email",
        [typeof(IPAddress)] = "ip",
        [typeof(PhysicalAddress)] = "macaddress",
    };

    /// <summary>The rest of the sentence "Customer.Phone …", in English as all messages.</summary>
    public string Because => Ground switch
    {
        SuspicionGround.Mark => $"is marked {Sign}",
        SuspicionGround.Row => "lies in a row that belongs to a person",
        SuspicionGround.Type => $"seems to hold {Word?.Meaning}, by the type {Sign}",
        SuspicionGround.NameBesideOthers => $"seems to hold {Word?.Meaning}, by '{Sign}' in its name, beside other personal data",
        _ => $"seems to hold {Word?.Meaning}, by '{Sign}' in its name",
    };

    /// <summary>What a property betrays wherever it stands, or <see langword="null"/>.</summary>
    /// <param name="property">The property.</param>
    /// <param name="hasPart">
    /// Whether a row is found or dated by it. It can be personal all the same, as an e-mail address by which people are known: but the key
    /// of an address is no address, the date of a call no telephone number, and of dates that of a birth alone is more than a date, unless
    /// its class marks it. What a mark says of a key the map says already.
    /// </param>
    public static Suspicion? Of(PropertyDescription property, bool hasPart) =>
        !hasPart || (property.Marks.Count > 0 && DateProperty.IsDate(property.Type)) ? Of(property)
        : Of(property with { Marks = [] }) is { Word: { } word } suspicion && IsContent(property, word) ? suspicion
        : null;

    /// <summary>What a property betrays that is nothing but itself, or <see langword="null"/>.</summary>
    public static Suspicion? Of(PropertyDescription property)
    {
        var type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        return property.Marks.Count > 0 ? new Suspicion(SuspicionGround.Mark, string.Join(", ", property.Marks), LongestIn(property, Certain))
            : Types.TryGetValue(type, out var text) ? new Suspicion(SuspicionGround.Type, type.Name, Certain[text])
            : LongestIn(property, Certain) is { } word ? new Suspicion(SuspicionGround.Name, word.Text, word)
            : null;
    }

    /// <summary>What a property betrays in a row that holds personal data already, or <see langword="null"/>.</summary>
    public static Suspicion? BesidePersonalData(PropertyDescription property) =>
        LongestIn(property, BesideOthers) is { } word ? new Suspicion(SuspicionGround.NameBesideOthers, word.Text, word) : null;

    /// <summary>What the place of any property betrays whose row is about a person.</summary>
    public static Suspicion InRowOfPerson { get; } = new(SuspicionGround.Row, "", null);

    private static bool IsContent(PropertyDescription property, PersonalDataWord word) => DateProperty.IsDate(property.Type)
        ? word.Category == "birth-date"
        : NameParts.WordsOf(property.Path.Segments[^1]) is not [.., "id" or "key" or "guid" or "uuid"] || word.Text.EndsWith("id", StringComparison.Ordinal);

    // Most of a name is in its last part; the rest says where: "Address.City" is a city.
    private static PersonalDataWord? LongestIn(PropertyDescription property, Dictionary<string, PersonalDataWord> words) => property.Path.Segments
        .Reverse()
        .Select(segment => NameParts.RunsOf(segment).Where(words.ContainsKey).MaxBy(text => text.Length))
        .OfType<string>()
        .Select(text => words[text])
        .FirstOrDefault();
}
