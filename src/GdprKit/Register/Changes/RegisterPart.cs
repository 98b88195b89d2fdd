using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace GdprKit;

/// <summary>A part of one of two registers that are compared, or the place where the other register has it and this one does not.</summary>
/// <param name="Register">The register.</param>
/// <param name="Path">The JSON pointer (RFC 6901) into its canonical JSON; <see langword="null"/> for an item that its list does not hold.</param>
/// <param name="Keys">Every key of a map and every position in a list on the way there, in order; properties are not among them.</param>
/// <param name="Json">What it says; <see langword="null"/> when it is absent.</param>
internal sealed record RegisterPart(ProcessingRegister Register, string? Path, ImmutableArray<string> Keys, JsonElement? Json)
{
    /// <summary>The declarations on the way there.</summary>
    public DeclaredPart Declared => new(Register, Keys);

    public bool IsAbsent => Json is null;

    public bool IsList => Json is { ValueKind: JsonValueKind.Array };

    public IEnumerable<string> Properties => Json is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject().Select(property => property.Name) : [];

    public static RegisterPart All(ProcessingRegister register) => new(register, "", [], JsonElement.Parse(register.ToCanonicalJson()));

    /// <summary>Pairs the items of two lists; one that only one list holds is paired with its absence.</summary>
    /// <param name="earlier">A list, or its absence.</param>
    /// <param name="later">A list, or its absence.</param>
    /// <param name="identity">The properties by which an item is known again; without any, by everything it says.</param>
    public static IEnumerable<(RegisterPart Earlier, RegisterPart Later)> PairItems(RegisterPart earlier, RegisterPart later, string[] identity)
    {
        var left = later.Items.GroupBy(item => item.IdentityBy(identity)).ToDictionary(group => group.Key, group => new Queue<RegisterPart>(group));
        foreach (var item in earlier.Items)
        {
            yield return left.TryGetValue(item.IdentityBy(identity), out var same) && same.TryDequeue(out var found)
                ? (item, found)
                : (item, later.Nothing);
        }

        foreach (var added in left.Values.SelectMany(items => items))
        {
            yield return (earlier.Nothing, added);
        }
    }

    public bool SaysTheSameAs(RegisterPart other) => Json is { } mine && other.Json is { } theirs
        ? JsonElement.DeepEquals(mine, theirs)
        : IsAbsent && other.IsAbsent;

    /// <summary>A property, which for a map is what stands under a key.</summary>
    public RegisterPart Property(string name, bool isKey) => this with
    {
        Path = $"{Path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}",
        Keys = isKey ? Keys.Add(name) : Keys,
        Json = Json is { } value && value.TryGetProperty(name, out var property) ? property : null,
    };

    private IEnumerable<RegisterPart> Items => IsList
        ? Json!.Value.EnumerateArray().Select((item, index) => new RegisterPart(
            Register, $"{Path}/{index}", Keys.Add(index.ToString(CultureInfo.InvariantCulture)), item))
        : [];

    private RegisterPart Nothing => this with { Path = null, Json = null };

    // Canonical JSON writes the same thing in one way only.
    private string IdentityBy(string[] properties) => properties.Length == 0
        ? Json!.Value.GetRawText()
        : string.Concat(properties.Select(name => Json!.Value.TryGetProperty(name, out var value) ? $"{name}:{value.GetRawText()} " : ""));
}
