using System.Text;
using System.Text.Json;
using GdprKit.Content;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Register;

/// <summary>
/// Writes the properties of one object of the register file. What is <see langword="null"/>, an empty list or equal to its default
/// is left out, so that it makes no difference to the hash whether a file spells it.
/// </summary>
internal sealed class JsonObjectWriter(Utf8JsonWriter json)
{
    public void Text(string name, string? text)
    {
        if (text is not null)
        {
            // The writer's own encoders escape far more than JSON asks for; the canonical form of a text is the readable one.
            json.WritePropertyName(name);
            json.WriteRawValue(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\"")), skipInputValidation: true);
        }
    }

    public void Localized(string name, LocalizedText? text) => Object(name, text, LocalizedTextJson.Write);

    public void WholeNumber(string name, int number, int? byDefault = null)
    {
        if (number != byDefault)
        {
            json.WriteNumber(name, number);
        }
    }

    public void Flag(string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public void Choice<T>(string name, T choice, T byDefault = default)
        where T : struct, Enum
    {
        if (!choice.Equals(byDefault))
        {
            Text(name, ChoiceWords<T>.WordFor(choice));
        }
    }

    public void Choices<T>(string name, ValueList<T> choices)
        where T : struct, Enum => List(name, choices, choice => json.WriteStringValue(ChoiceWords<T>.WordFor(choice)));

    public void Key<T>(string name, Key<T>? key)
        where T : class => Text(name, key?.ToString());

    public void Keys<T>(string name, ValueList<Key<T>> keys)
        where T : class => List(name, keys, key => json.WriteStringValue(key.ToString()));

    public void Languages(string name, ValueList<Language> languages) => List(name, languages, language => json.WriteStringValue(language.Code));

    public void Country(string name, CountryCode? country, CountryCode byDefault = default) => Text(name, country == byDefault ? null : country?.Code);

    public void Period(string name, Period period, Period? byDefault = null) => Text(name, period.Equals(byDefault) ? null : PeriodPattern.Roundtrip.Format(period));

    public void Date(string name, LocalDate? date) => Text(name, date is { } day ? LocalDatePattern.Iso.Format(day) : null);

    public void AnnualDate(string name, AnnualDate date, AnnualDate byDefault) => Text(name, date == byDefault ? null : AnnualDatePattern.Iso.Format(date));

    public void TimeZone(string name, DateTimeZone zone, DateTimeZone byDefault) => Text(name, zone.Equals(byDefault) ? null : zone.Id);

    /// <summary>Two spellings of one address are equal, so the one that the address itself gives is written.</summary>
    public void Url(string name, Uri? url) => Text(name, url is { IsAbsoluteUri: true } ? url.AbsoluteUri : url?.OriginalString);

    public void Term(string name, DpvTerm? term) => Text(name, term?.ToString());

    public void Object<T>(string name, T? value, Action<JsonObjectWriter, T> write)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            WriteObject(value, write);
        }
    }

    public void Objects<T>(string name, ValueList<T> values, Action<JsonObjectWriter, T> write) => List(name, values, value => WriteObject(value, write));

    public void Declarations<T>(string name, ValueList<T> declarations, Action<JsonObjectWriter, T> write)
        where T : class, IDeclaration<T>
    {
        if (!declarations.IsEmpty)
        {
            json.WriteStartObject(name);
            foreach (var declaration in declarations)
            {
                Object(declaration.Key.ToString(), declaration, write);
            }

            json.WriteEndObject();
        }
    }

    private void List<T>(string name, ValueList<T> values, Action<T> write)
    {
        if (!values.IsEmpty)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                write(value);
            }

            json.WriteEndArray();
        }
    }

    private void WriteObject<T>(T value, Action<JsonObjectWriter, T> write)
    {
        json.WriteStartObject();
        write(this, value);
        json.WriteEndObject();
    }
}
