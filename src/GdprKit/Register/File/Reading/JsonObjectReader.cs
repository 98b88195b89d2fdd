using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GdprKit.Register;

/// <summary>
/// Reads one object of the register file, property by property. What is asked for is thereby known; every other property is
/// reported at the end. What is faulty is reported where it stands and reads as if it had been left out.
/// </summary>
internal sealed partial class JsonObjectReader
{
    private readonly string _path;
    private readonly ReadingFaults _faults;
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    // Of something that is no object, or whose type is not known, nobody can say what is missing and what does not belong.
    private bool _isReadable;

    // Of an object whose names are keys, whoever reads it judges the names.
    private bool _hasFreeNames;

    /// <summary>Reads an object, or nothing where the file holds something else.</summary>
    public JsonObjectReader(JsonElement? value, string path, ReadingFaults faults)
    {
        _path = path;
        _faults = faults;
        _isReadable = value is not null;
        foreach (var property in value?.EnumerateObject() ?? default)
        {
            Add(property);
        }
    }

    /// <summary>Reports those of these properties that are missing.</summary>
    public void Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_isReadable && !_properties.ContainsKey(name))
            {
                _faults.Add(RegisterFaults.MissingProperty(JsonPointer.Append(_path, name), name));
            }
        }
    }

    /// <summary>Reports when none or several of these properties are given; which one it is otherwise.</summary>
    public string? RequireExactlyOne(params string[] names)
    {
        var given = names.Where(_properties.ContainsKey).ToArray();
        if (given.Length == 1)
        {
            return given[0];
        }

        if (_isReadable)
        {
            _faults.Add(RegisterFaults.NotExactlyOne(_path, given, names));
        }

        return null;
    }

    /// <summary>Reads the one of these properties that is given; nothing when none or several are.</summary>
    public T? OneOf<T>(params (string Name, Func<JsonValueReader, T?> Read)[] cases)
        where T : class
    {
        string[] names = [.. cases.Select(candidate => candidate.Name)];
        var given = RequireExactlyOne(names);
        _known.AddRange(names);
        return given is null ? null : Array.Find(cases, candidate => candidate.Name == given).Read(Find(given)!);
    }

    /// <summary>Reads the rest by the value of the property <c>type</c>; nothing when that is missing or unknown.</summary>
    public T? Case<T>(params (string Type, Func<JsonObjectReader, T> Read)[] cases)
        where T : class
    {
        Require("type");
        var type = Find("type")?.AsOneOf([.. cases.Select(candidate => candidate.Type)]);
        _isReadable &= type is not null;
        return type is null ? null : Array.Find(cases, candidate => candidate.Type == type).Read(this);
    }

    /// <summary>Every property, whatever its name: of an object whose names are keys.</summary>
    public IEnumerable<(string Name, JsonValueReader Value)> Entries()
    {
        _hasFreeNames = true;
        return _properties.Select(property => (property.Key, At(property.Key, property.Value)));
    }

    public void ReportUnknown()
    {
        if (!_isReadable || _hasFreeNames)
        {
            return;
        }

        foreach (var name in _properties.Keys.Where(name => !_known.Contains(name)))
        {
            _faults.Add(RegisterFaults.UnknownProperty(JsonPointer.Append(_path, name), name, [.. _known.Distinct()]));
        }
    }

    private JsonValueReader? Find(string name)
    {
        _known.Add(name);
        return _properties.TryGetValue(name, out var value) ? At(name, value) : null;
    }

    private JsonValueReader At(string name, JsonElement value) => new(value, JsonPointer.Append(_path, name), _faults);

    private void Add(JsonProperty property)
    {
        string name;
        try
        {
            name = property.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: it cannot become a text, so it is named as it stands in the file.
            var escaped = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property));
            _faults.Add(RegisterFaults.HalfCharacter(JsonPointer.Append(_path, escaped)));
            return;
        }

        if (!_properties.TryAdd(name, property.Value))
        {
            _faults.Add(RegisterFaults.DuplicateProperty(JsonPointer.Append(_path, name), name));
        }
    }
}
