using CsCheck;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Valid registers of random shape, with texts that are hard on whoever writes them out: quotation marks, markup, formulas,
/// letters beyond the basic plane. Some have warnings. Lists come in any order.
/// </summary>
internal static partial class RegisterGen
{
    private static readonly Gen<string> Word = Gen.OneOf(
        "tekst", "naam & adres", "\"aanhaling\" \\ streep", "<b>vet</b>", "*ster* _streep_ | pijp", "=1+1", "# kop", "[a](b)", "é ß Ω ж 🎵", "7 % van € 5", "'");

    private static readonly Gen<Period> Length = Gen.OneOf(
        Gen.Int[1, 30].Select(Period.FromYears),
        Gen.Int[1, 36].Select(Period.FromMonths),
        Gen.Int[1, 60].Select(Period.FromWeeks),
        Gen.Int[1, 500].Select(Period.FromDays),
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 11], Gen.Int[1, 40]).Select((years, months, days) => Period.FromYears(years) + Period.FromMonths(months) + Period.FromDays(days)));

    private static readonly Gen<Citation> Law =
        from text in Word
        from url in Gen.Null(Gen.OneOf("https://example.nl/wet#artikel-1", "https://example.nl/wet#artikel-2", "http://example.nl/?id=1&deel=2"))
        from country in Gen.OneOf("NL", "DE", null)
        select new Citation(text, url is null ? null : new Uri(url), country is null ? null : CountryCode.Parse(country));

    public static Gen<ProcessingRegister> Registers => Declarations.Select(declarations => RegisterCheck.Accept(declarations, []));

    public static Gen<RegisterDeclarations> Declarations =>
        from languages in Gen.OneOf<Language[]>([Language.Dutch], [Language.English], [Language.Dutch, Language.English], [Language.English, Language.Dutch])
        let text = Text(languages)
        from controller in Controller(text)
        from people in People(text)
        from categories in Categories(text)
        from events in Events(text)
        from recipients in Recipients(text, controller.JointControllers)
        from activities in Activities(text, people, categories, events, recipients)
        from choices in Choices(text, [.. activities.SelectMany(activity => activity.Retention).Select(rule => rule.Key)])
        from backups in Backups(text)
        from security in Gen.Null(text)
        from evidence in Length
        select new RegisterDeclarations
        {
            Languages = languages.ToValueList(),
            Controller = controller,
            People = people.ToValueList(),
            Categories = categories.ToValueList(),
            Events = events.ToValueList(),
            Recipients = recipients.ToValueList(),
            Activities = activities.ToValueList(),
            ConflictChoices = choices.ToValueList(),
            Backups = backups.ToValueList(),
            Security = security,
            OwnRecords = new OwnRecords { Evidence = evidence },
        };

    private static Gen<LocalizedText> Text(Language[] languages) =>
        Word.Array[languages.Length].Select(words => LocalizedText.Of(languages.Zip(words)));

    /// <summary>Some of the numbered keys of a kind, in any order.</summary>
    private static Gen<Key<T>[]> Keys<T>(string kind, int fewest, int most)
        where T : class =>
        Gen.Shuffle(Enumerable.Range(1, 9).ToArray(), fewest, most).Select(numbers => numbers.Select(number => new Key<T>($"{kind}-{number}")).ToArray());

    /// <summary>One of these for each key.</summary>
    private static Gen<T[]> Each<T>(Key<T>[] keys, Func<Key<T>, Gen<T>> generate)
        where T : class =>
        keys.Aggregate(
            Gen.Const(Array.Empty<T>()),
            (before, key) => Gen.Select(before, generate(key)).Select((declared, one) => declared.Append(one).ToArray()));

    private static Gen<T> Case<T>()
        where T : struct, Enum =>
        Gen.OneOf(Enum.GetValues<T>().Where(value => !value.Equals(default(T))).ToArray());
}
