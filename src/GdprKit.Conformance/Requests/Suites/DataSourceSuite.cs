using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is held of a person is handed out whole, and of nobody else.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class DataSourceSuite<TFixture>(TFixture fixture) : PersonalDataSourceSuite<TFixture>(fixture)
    where TFixture : PersonalDataSourceFixture
{
    /// <summary>Everything that is there of the person is handed out, once.</summary>
    [Fact]
    public async Task Hands_out_everything_about_the_person()
    {
        var person = One("a");
        string[] texts = ["text 1", "text 2, with \"quotes\", a comma and ünïcödé", "text 3"];
        foreach (var text in texts)
        {
            await Fixture.AddAsync(person, text, Token);
        }

        Promise.AreEqual(texts, await TextsAsync(person), "Everything of the person, once.", "the fields of ReadRecordsAsync");
    }

    /// <summary>Nothing is handed out of anybody else: of another kind, of a key in other letters, or of one that begins alike.</summary>
    [Fact]
    public async Task Hands_out_nothing_of_anybody_else()
    {
        var person = One("a");
        await Fixture.AddAsync(person, "text of a", Token);
        foreach (var other in new[] { One("A"), One("ab"), One("b"), One("a", DomainKeys.Staff) })
        {
            await Fixture.AddAsync(other, "text of others", Token);
        }

        Promise.AreEqual(["text of a"], await TextsAsync(person), "What is about this person and nobody else.", "the fields of ReadRecordsAsync, with people there whose keys are alike, and one of another kind");
    }

    /// <summary>Of a person whom it does not know, nothing is handed out.</summary>
    [Fact]
    public async Task Hands_out_nothing_of_somebody_unknown()
    {
        await Fixture.AddAsync(One("a"), "text of a", Token);

        Promise.AreEqual([], (await ReadAsync(One("nobody"))).Select(record => record.Kind), "Nothing of a person whom it does not know.", "ReadRecordsAsync of somebody who never was there");
    }

    /// <summary>Source, records and fields have names, and fields a category of the register.</summary>
    [Fact]
    public async Task Names_what_it_hands_out()
    {
        var person = One("a");
        await Fixture.AddAsync(person, "text 1", Token);
        var (first, second) = (await Fixture.OpenAsync(Token), await Fixture.OpenAsync(Token));
        var records = await ReadAsync(person);

        Promise.Holds(first.Name.Length > 0 && first.Name == second.Name, "It has one name.", "Name, of two instances", "one name", $"'{first.Name}' and '{second.Name}'");
        Promise.Holds(
            records.TrueForAll(record => record.Kind.Length > 0 && !record.Fields.IsEmpty && record.Fields.All(field => field.Name.Length > 0 && Fixture.Register.Categories.Contains(field.Category))),
            "A record has a kind, and fields with a name and a category that the register declares.",
            "ReadRecordsAsync",
            "such records",
            string.Join("; ", records.Select(record => $"'{record.Kind}': {string.Join(", ", record.Fields.Select(field => $"'{field.Name}' ({field.Category})"))}")));
    }

    /// <summary>While it cannot be reached it throws, and says nothing of the person in that.</summary>
    [Fact]
    public async Task Throws_when_it_cannot_tell()
    {
        var person = One("a");
        await Fixture.AddAsync(person, "text 1", Token);
        await Fixture.SwitchAsync(isReachable: false, Token);
        Exception fault;
        try
        {
            fault = await Promise.ThrowsAsync<Exception>(async () => await ReadAsync(person), "An export without it would be incomplete.", "ReadRecordsAsync while the place cannot be reached");
        }
        finally
        {
            await Fixture.SwitchAsync(isReachable: true, Token);
        }

        Promise.Holds(
            !fault.ToString().Contains(Prefix, StringComparison.OrdinalIgnoreCase) && !fault.ToString().Contains("text 1", StringComparison.Ordinal),
            "Its exceptions hold no value and no key of a person.", "the exception", "a text without them", "one that tells of the person");
        Promise.AreEqual(["text 1"], await TextsAsync(person), "It is asked again later.", "ReadRecordsAsync when the place can be reached again");
    }

    /// <summary>Who is cancelled stops.</summary>
    [Fact]
    public async Task Stops_reading_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var person = One("a");
        await Fixture.AddAsync(person, "text 1", Token);

        await Promise.ThrowsAsync<OperationCanceledException>(async () => await ReadAsync(person, cancelled.Token), "Whoever is cancelled stops.", "ReadRecordsAsync");
    }
}
