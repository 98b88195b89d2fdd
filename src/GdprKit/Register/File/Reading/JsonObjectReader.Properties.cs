using NodaTime;

namespace GdprKit.Register;

/// <summary>The properties an object can have, by what they hold. What is left out reads as <see langword="null"/>, empty or the given default.</summary>
internal sealed partial class JsonObjectReader
{
    public string? Text(string name) => Find(name)?.AsText();

    public LocalizedText? Localized(string name) => Object(name, LocalizedTextJson.Read);

    public int? WholeNumber(string name) => Find(name)?.AsWholeNumber();

    public bool? Flag(string name) => Find(name)?.AsFlag();

    public T Choice<T>(string name, T byDefault = default)
        where T : struct, Enum => Find(name)?.AsChoice<T>() ?? byDefault;

    public ValueList<T> Choices<T>(string name)
        where T : struct, Enum => List(name, value => value.AsChoice<T>());

    public Key<T> Key<T>(string name)
        where T : class => Find(name)?.AsKey<T>() ?? default;

    public ValueList<Key<T>> Keys<T>(string name)
        where T : class => List(name, value => value.AsKey<T>());

    public ValueList<Language> Languages(string name) => List(name, value => value.AsLanguage());

    public CountryCode? Country(string name) => Find(name)?.AsCountry();

    public DateTimeZone? TimeZone(string name) => Find(name)?.AsTimeZone();

    public Period? Period(string name) => Find(name)?.AsPeriod();

    public LocalDate? Date(string name) => Find(name)?.AsDate();

    public AnnualDate? AnnualDate(string name) => Find(name)?.AsAnnualDate();

    public Uri? Url(string name) => Find(name)?.AsUrl();

    public Uri? Page(string name) => Find(name)?.AsPage();

    public DpvTerm? Term(string name) => Find(name)?.AsTerm();

    public T? Object<T>(string name, Func<JsonObjectReader, T> read)
    {
        var value = Find(name);
        return value is null ? default : value.AsObject(read);
    }

    public ValueList<T> Objects<T>(string name, Func<JsonObjectReader, T> read)
        where T : class => List(name, value => value.AsObject(read));

    /// <summary>An object with a declaration under each key. What stands under something that is no key is read for its faults only.</summary>
    public ValueList<T> Declarations<T>(string name, Func<Key<T>, JsonObjectReader, T> read)
        where T : class, IDeclaration<T> => Object(name, all => all.Entries()
            .Select(entry => entry.Value.AsObject(from => read(KeyNaming<T>(entry), from)))
            .Where(declaration => !declaration.Key.IsDefault)
            .ToValueList());

    /// <summary>The items that could be read; a key, language or word that could not is <c>default</c>.</summary>
    private ValueList<T> List<T>(string name, Func<JsonValueReader, T> read) =>
        Find(name)?.AsList(read).Where(item => !EqualityComparer<T>.Default.Equals(item, default)).ToValueList() ?? [];

    private static Key<T> KeyNaming<T>((string Name, JsonValueReader Value) entry)
        where T : class
    {
        if (!GdprKit.Key<T>.TryParse(entry.Name, out var key))
        {
            entry.Value.Report(path => RegisterFaults.MalformedKey(path, entry.Name));
        }

        return key;
    }
}
