using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Judges the type of facts or of a state: it may hold only what cannot hold a name, an address or the application's key of a person.
/// A text can hold anything, so there are no texts; where words belong to the record they are details or content.
/// </summary>
internal sealed class ClosedTypes
{
    private static readonly HashSet<Type> Closed =
    [
        typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long),
        typeof(Instant), typeof(LocalDate), typeof(Period),
        typeof(Digest), typeof(MatchTag), typeof(SubjectRef), typeof(EntryId), typeof(EntryType), typeof(StreamKind), typeof(StreamStatus),
        typeof(Language), typeof(CountryCode),
    ];

    private readonly HashSet<Type> _seen = [];

    private readonly List<string> _faults = [];

    private readonly JsonSerializerOptions _options;

    private ClosedTypes(JsonSerializerOptions options) => _options = options;

    /// <summary>Refuses a type that holds something open, naming every such property.</summary>
    public static void Require(JsonTypeInfo type, string what)
    {
        var judge = new ClosedTypes(type.Options);
        judge.Visit(type.Type, type.Type.Name);
        if (judge._faults.Count > 0)
        {
            throw new ArgumentException(
                $"{LedgerMessages.OpenType}: the type of {what} can hold more than facts: {string.Join("; ", judge._faults)}. "
                + "Hold keys, enumerations by name, instants, days, periods, whole numbers, digests, refs and records of these; "
                + "put words into details or content, and refuse unknown members with UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow.",
                nameof(type));
        }
    }

    private void Visit(Type declared, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (Closed.Contains(type) || IsKey(type))
        {
            // Without a converter it is written as an object of its properties, and comes back as nothing.
            if (_options.TryGetTypeInfo(type, out var written) && written.Kind is not JsonTypeInfoKind.None)
            {
                _faults.Add($"{path} is {type.Name}, for which its context has no converter");
            }

            return;
        }

        if (IsOf(type, typeof(ValueList<>)))
        {
            Visit(type.GenericTypeArguments[0], $"{path}[]");
        }
        else if (!_options.TryGetTypeInfo(type, out var info))
        {
            _faults.Add($"{path} is {type.Name}, which its context does not know");
        }
        else if (type.IsEnum)
        {
            VisitEnumeration(info, path);
        }
        else if (info.Kind is JsonTypeInfoKind.Object && !type.IsInterface && type != typeof(object))
        {
            VisitObject(info, path);
        }
        else
        {
            _faults.Add($"{path} is {type.Name}");
        }
    }

    private void VisitObject(JsonTypeInfo info, string path)
    {
        if (!_seen.Add(info.Type))
        {
            return;
        }

        // A member that is not known was written by a newer version; left out in silence, the state would be wrong.
        if ((info.UnmappedMemberHandling ?? _options.UnmappedMemberHandling) is not JsonUnmappedMemberHandling.Disallow)
        {
            _faults.Add($"{path} ignores members that it does not know");
        }

        foreach (var property in info.Properties.Where(property => property.Get is not null))
        {
            Visit(property.PropertyType, $"{path}.{property.Name}");
        }

        foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? [])
        {
            Visit(derived.DerivedType, derived.DerivedType.Name);
        }
    }

    // A number would change its meaning when a member is put before it.
    private void VisitEnumeration(JsonTypeInfo info, string path)
    {
        var members = Enum.GetValuesAsUnderlyingType(info.Type);
        var isWritten = members.Length > 0 && JsonSerializer.SerializeToUtf8Bytes(Enum.ToObject(info.Type, members.GetValue(0)!), info) is [(byte)'"', ..];
        if (!isWritten)
        {
            _faults.Add($"{path} is written as a number; set UseStringEnumConverter");
        }
    }

    private static bool IsKey(Type type) => IsOf(type, typeof(Key<>));

    private static bool IsOf(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
