using System.Text.Json;
using GdprKit.Mapping;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

/// <summary>A preview asks its stores which indexes they miss, and is counted whatever they answer.</summary>
public sealed class IndexAdviceTests : CountingTest
{
    private static readonly IPersonalDataMap People = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    private static readonly ProcessingRegister Register = RegisterOf(Activity("service", Years("gone", 2, Seen)));

    private readonly RecordingLogger _log = new();

    [Fact]
    public async Task What_is_counted_is_what_the_store_is_asked_about()
    {
        var asked = new List<ValueList<RowRequest>>();

        var preview = await Retention((_, requests) =>
        {
            asked.Add(requests);
            return [Index("SeenOn")];
        }).PreviewAsync(Token);

        preview.Indexes.Should().Be(new IndexAdvice { Missing = [Index("SeenOn")] });
        var requests = asked.Should().ContainSingle().Subject;
        requests[0].Where.Should().Be(RowCondition.Always);
        requests[0].Conditions.Should().NotBeEmpty("what still needs a field is counted among all rows");
        requests.Skip(1).Should().HaveCount(2, "the rows that are due are searched, and the rows that go");
        requests[1].Where.Should().BeOfType<RowCondition.AllOf>().Which.Conditions.Should().SatisfyRespectively(
            due => due.Should().BeOfType<RowCondition.Between>(),
            left => left.Should().BeOfType<RowCondition.Holds>().Which.Replacements.Should().ContainSingle("what was replaced is not due again"));
        requests[2].Where.Should().BeOfType<RowCondition.Between>();
    }

    [Fact]
    public async Task Of_indexes_of_which_one_serves_for_all_only_that_one_is_told()
    {
        var preview = await Retention((_, _) => [Index("A"), Index("A", "B"), Index("B"), Index("A", "B"), Index("B") with { Purpose = IndexPurpose.FindRelated }, Index("A") with { Table = "Other" }]).PreviewAsync(Token);

        preview.Indexes.Missing.Select(index => index.ToString()).Should().Equal("Client (A, B)", "Client (B)", "Other (A)");
    }

    [Fact]
    public async Task The_advice_is_no_part_of_the_digest()
    {
        var (without, with) = (await Retention((_, _) => []).PreviewAsync(Token), await Retention((_, _) => [Index("SeenOn")]).PreviewAsync(Token));

        with.Digest.Should().Be(without.Digest);
    }

    [Fact]
    public async Task A_store_that_cannot_be_asked_says_nothing()
    {
        var preview = await Retention(Register, new StoreSketch().Entity<Client>(), [], [People]).PreviewAsync(Token);

        preview.Indexes.Should().Be(IndexAdvice.None);
    }

    [Fact]
    public async Task A_store_that_does_not_know_is_told_and_not_logged()
    {
        var preview = await Retention((_, _) => null).PreviewAsync(Token);

        preview.Indexes.Should().Be(new IndexAdvice { Unknown = ["Shop"] });
        _log.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task When_asking_fails_the_preview_is_counted_and_says_so_and_the_log_says_why()
    {
        var cause = new TimeoutException("The catalogue is locked.");

        var preview = await Retention((_, _) => throw cause).PreviewAsync(Token);

        preview.Entities.Should().ContainSingle();
        preview.Indexes.Should().Be(new IndexAdvice { Unknown = ["Shop"] });
        var entry = _log.Entries.Should().ContainSingle().Subject;
        (entry.Level, entry.Id, entry.Exception).Should().Be((LogLevel.Warning, 6003, cause));
        entry.Text.Should().StartWith("GDPR6003: the indexes of Shop could not be looked at");
    }

    [Fact]
    public async Task When_nobody_waits_any_more_it_is_no_failure_of_the_store()
    {
        using var leaving = new CancellationTokenSource();
        var previewing = async () => await Retention((_, _) =>
        {
            leaving.Cancel();
            throw new OperationCanceledException(leaving.Token);
        }).PreviewAsync(leaving.Token);

        await previewing.Should().ThrowAsync<OperationCanceledException>();
        _log.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task The_json_has_the_statement_and_the_stores_that_nobody_could_look_at()
    {
        var preview = await Retention((_, _) => [Index("SeenOn") with { IsDeclared = true }]).PreviewAsync(Token);

        using var json = JsonDocument.Parse((preview with { Indexes = preview.Indexes with { Unknown = ["Other"] } }).ToJson());

        json.RootElement.GetProperty("missingIndexes")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Be(
            """{"store":"Shop","entity":"Client","table":"Client","columns":["SeenOn"],"purpose":"findByDate","isDeclared":true,"statement":"CREATEINDEX;"}""");
        json.RootElement.GetProperty("unknownIndexes")[0].GetString().Should().Be("Other");
    }

    private static MissingIndex Index(params string[] columns) => new()
    {
        Store = "Shop",
        Entity = nameof(Client),
        Table = nameof(Client),
        Columns = [.. columns],
        Purpose = IndexPurpose.FindByDate,
        Statement = "CREATE INDEX;",
    };

    private DataRetention Retention(Func<StoreEntity, ValueList<RowRequest>, ValueList<MissingIndex>?> advise)
    {
        var store = new AdvisingStore(new StoreSketch().Entity<Client>().Description, advise);
        return new DataRetention(PersonalDataMap.Create(Register, [People], [store.Describe(Token)]), [store], new FakeClock(Register.Controller.TimeZone.AtStartOfDay(Today).ToInstant()), _log);
    }
}
