using System.Text.Json;

namespace GdprKit.Register;

/// <summary>
/// One value of the register file that knows where it stands. A value of another type than is asked for is reported, and reads
/// as if it had been left out.
/// </summary>
internal sealed partial class JsonValueReader(JsonElement value, string path, ReadingFaults faults)
{
    public string? AsText()
    {
        if (!Is(JsonValueKind.String, JsonExpectation.Text))
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Valid JSON in valid UTF-8 can still escape one half of a surrogate pair, and that is no text.
            Report(RegisterFaults.HalfCharacter);
            return null;
        }
    }

    /// <summary>The text as something that is written as one; a text that is not is reported by its fault.</summary>
    private T? As<T>(Func<string, T?> parse, Func<string, string, RegisterFault> malformed)
    {
        if (AsText() is not { } text)
        {
            return default;
        }

        if (parse(text) is { } parsed)
        {
            return parsed;
        }

        Report(place => malformed(place, text));
        return default;
    }

    public int? AsWholeNumber()
    {
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        Report(place => RegisterFaults.WrongType(place, value, JsonExpectation.WholeNumber));
        return null;
    }

    public bool? AsFlag()
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Report(place => RegisterFaults.WrongType(place, value, JsonExpectation.Flag));
        return null;
    }

    /// <summary>Reports a flag that is not set: what says something by standing there says nothing when it is false.</summary>
    public void RequireTrue()
    {
        if (AsFlag() is false)
        {
            Report(place => RegisterFaults.UnknownValue(place, "false", ["true"]));
        }
    }

    /// <summary>The items of a list; none when it is no list.</summary>
    public IEnumerable<T> AsList<T>(Func<JsonValueReader, T> read) => Is(JsonValueKind.Array, JsonExpectation.List)
        ? value.EnumerateArray().Select((item, index) => read(new JsonValueReader(item, JsonPointer.Append(path, index), faults)))
        : [];

    /// <summary>What an object declares. It is read even when it is no object, so that what refers to it does not become a fault too.</summary>
    public T AsObject<T>(Func<JsonObjectReader, T> read)
    {
        var properties = Is(JsonValueKind.Object, JsonExpectation.Object) ? value : (JsonElement?)null;
        var reader = new JsonObjectReader(properties, path, faults);
        var declared = read(reader);
        reader.ReportUnknown();
        return declared;
    }

    public void Report(Func<string, RegisterFault> fault) => faults.Add(fault(path));

    private bool Is(JsonValueKind kind, JsonExpectation expected)
    {
        if (value.ValueKind == kind)
        {
            return true;
        }

        Report(place => RegisterFaults.WrongType(place, value, expected));
        return false;
    }
}
