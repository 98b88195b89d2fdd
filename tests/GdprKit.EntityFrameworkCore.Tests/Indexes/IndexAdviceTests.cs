using System.Linq.Expressions;
using System.Text.Encodings.Web;
using GdprKit.Mapping;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Indexes;

/// <summary>Which indexes are advised, and that the database uses them.</summary>
public abstract class IndexAdviceTests : IAsyncLifetime
{
    private static readonly DateTime First = new(1, 1, 2);

    private static readonly DateTime Cutoff = new(2019, 1, 1);

    private InnDatabase? _inn;

    private protected InnDatabase Inn => _inn!;

    public async ValueTask InitializeAsync() => _inn = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (_inn is not null)
        {
            await _inn.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract Task<InnDatabase> CreateAsync();

    private protected abstract string StatementOf(string index, string table, string columns);

    private protected abstract void IsFaster(string before, string after);

    [Fact]
    public async Task The_date_that_is_over_in_few_rows_is_advised_and_then_searched()
    {
        FillGuests();
        var due = Due<Guest>("SignedUpAt");

        var advice = (await Inn.AdviceAsync<Guest>(due)).Should().ContainSingle().Subject;

        advice.Should().Be(new MissingIndex
        {
            Store = nameof(InnContext),
            Entity = typeof(Guest).FullName!,
            Table = "Guest",
            Columns = ["SignedUpAt"],
            Purpose = IndexPurpose.FindByDate,
            Statement = StatementOf("IX_Guest_SignedUpAt", "\"Guest\"", "\"SignedUpAt\""),
        });
        await HelpsAsync<Guest>(advice, due);
    }

    [Fact]
    public async Task A_date_that_may_be_missing_is_advised_and_then_searched()
    {
        FillGuests();
        var due = RowCondition.All(Due<Guest>("SignedUpAt"), RowCondition.Not(Due<Guest>("SeenAt", until: false)));

        var advice = await Inn.AdviceAsync<Guest>(due);

        advice.Should().ContainSingle().Which.Columns.Should().Equal("SignedUpAt");
        await HelpsAsync<Guest>(advice[0], due);
    }

    [Fact]
    public async Task Of_two_dates_that_are_both_asked_one_index_is_enough_and_the_one_that_is_there()
    {
        FillGuests();
        Inn.Execute("""CREATE INDEX "seen" ON "Guest" ("SeenAt")""");

        (await Inn.AdviceAsync<Guest>(RowCondition.All(Due<Guest>("SignedUpAt"), Due<Guest>("SeenAt")))).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_two_dates_of_which_one_is_enough_both_need_an_index()
    {
        FillGuests();
        var due = RowCondition.Any(Due<Guest>("SignedUpAt"), Due<Guest>("SeenAt"));

        var advice = await Inn.AdviceAsync<Guest>(due);

        advice.Select(index => index.Columns[0]).Should().BeEquivalentTo("SignedUpAt", "SeenAt");
        var before = await Inn.PlanAsync<Guest>(due);
        Make(advice);
        var after = await Inn.PlanAsync<Guest>(due);
        before.Should().NotContain("IX_Guest");
        after.Should().Contain("IX_Guest_SignedUpAt").And.Contain("IX_Guest_SeenAt");
        IsFaster(before, after);
    }

    [Fact]
    public async Task Where_some_rows_are_found_by_nothing_a_date_helps_nobody()
    {
        FillGuests();

        (await Inn.AdviceAsync<Guest>(RowCondition.Any(Due<Guest>("SignedUpAt"), new RowCondition.Meets((Expression<Func<Guest, bool>>)(g => g.Name == "x"))))).Should().BeEmpty();
        (await Inn.AdviceAsync<Guest>(RowCondition.Always, Due<Guest>("SignedUpAt"))).Should().BeEmpty("every row is read anyhow");
        (await Inn.AdviceAsync<Guest>(RowCondition.Not(Due<Guest>("SignedUpAt")))).Should().NotContain(index => index.Columns.Count > 1);
    }

    [Fact]
    public async Task The_latest_date_of_rows_that_belong_to_a_row_is_looked_up_by_what_they_refer_with()
    {
        FillGuests();
        FillStays();
        var last = Time<Guest>(g => g.Stays.Max(s => (DateTime?)s.LeftAt));
        var questions = Enumerable.Range(0, 8).Select(year => (RowCondition)new RowCondition.Between(last, First, Cutoff.AddYears(-year))).ToArray();

        var advice = (await Inn.AdviceAsync<Guest>(RowCondition.Always, questions)).Should().ContainSingle().Subject;

        advice.Table.Should().Be("Stay");
        advice.Entity.Should().Be(typeof(Stay).FullName);
        advice.Columns.Should().Equal("GuestId", "LeftAt");
        advice.Purpose.Should().Be(IndexPurpose.FindRelated);
        await HelpsAsync<Guest>(advice, RowCondition.Always, questions);
    }

    [Fact]
    public async Task Rows_that_refer_to_the_few_that_are_due_are_looked_up_by_what_they_refer_with()
    {
        FillGuests();
        FillStays();
        Inn.Execute("""CREATE INDEX "signed" ON "Guest" ("SignedUpAt")""");
        var goes = RowCondition.All(Due<Guest>("SignedUpAt"), RowCondition.Not(Related<Stay>("GuestId", "Id", RowCondition.Not(Due<Stay>("LeftAt")))));

        var advice = (await Inn.AdviceAsync<Guest>(goes)).Should().ContainSingle().Subject;

        advice.Columns.Should().Equal("GuestId");
        await HelpsAsync<Guest>(advice, goes);
    }

    [Fact]
    public async Task The_date_of_the_row_that_a_row_belongs_to_is_found_from_there()
    {
        FillGuests();
        FillStays();
        Inn.Execute("""INSERT INTO "Extra" ("Id", "StayId", "Text") SELECT "Id", "Id", 'x' FROM "Stay" """);
        Analyze();
        var due = new RowCondition.Between(Time<Extra>(e => (DateTime?)e.Stay.LeftAt), First, Cutoff);

        var advice = await Inn.AdviceAsync<Extra>(due);

        advice.Select(index => index.ToString()).Should().BeEquivalentTo("Stay (LeftAt)", "Extra (StayId)");
        var before = await Inn.PlanAsync<Extra>(due);
        Make(advice);
        var after = await Inn.PlanAsync<Extra>(due);
        after.Should().Contain("IX_Stay_LeftAt").And.Contain("IX_Extra_StayId");
        IsFaster(before, after);
    }

    [Fact]
    public async Task Many_to_many_is_looked_up_in_the_table_between()
    {
        FillGuests();
        Inn.Execute("""INSERT INTO "Club" ("Id") VALUES (1)""");
        Inn.Execute("""INSERT INTO "Membership" ("ClubsId", "GuestsId") SELECT 1, "Id" FROM "Guest" """);
        var isMember = new RowCondition.Meets((Expression<Func<Guest, bool>>)(g => g.Clubs.Any()));

        (await Inn.AdviceAsync<Guest>(RowCondition.Always, isMember)).Should().ContainSingle().Which.ToString().Should().Be("Membership (GuestsId)");
    }

    [Fact]
    public async Task Owners_are_found_by_their_key_which_has_an_index()
    {
        FillGuests();
        FillStays();

        (await Inn.AdviceAsync<Extra>(RowCondition.Always, new RowCondition.HasOwner(Inn.Entity<Extra>().Owners[0]))).Should().BeEmpty();
        (await Inn.AdviceAsync<Complaint>(RowCondition.Always, new RowCondition.HasOwner(Inn.Entity<Complaint>().Owners[0]))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_of_several_columns_is_advised_whole_and_any_order_of_it_serves()
    {
        FillComplaints();
        var complained = Related<Complaint>(["InnId", "RoomNumber"], ["InnId", "Number"]);

        var advice = (await Inn.AdviceAsync<Room>(RowCondition.Always, complained)).Should().ContainSingle().Subject;

        advice.Columns.Should().Equal("InnId", "RoomNumber");
        Inn.Execute($"""CREATE INDEX "one" ON {Complaints} ("InnId")""");
        (await Inn.AdviceAsync<Room>(RowCondition.Always, complained)).Should().ContainSingle("one of two columns may say little");
        Inn.Execute($"""CREATE INDEX "both" ON {Complaints} ("RoomNumber", "InnId", "Text")""");
        (await Inn.AdviceAsync<Room>(RowCondition.Always, complained)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_unique_constraint_counts_also_when_it_says_less()
    {
        FillComplaints();
        Inn.Execute($"""CREATE UNIQUE INDEX "unique" ON {Complaints} ("RoomNumber")""");

        (await Inn.AdviceAsync<Room>(RowCondition.Always, Related<Complaint>(["InnId", "RoomNumber"], ["InnId", "Number"]))).Should().BeEmpty();
    }

    [Fact]
    public async Task An_index_of_some_rows_or_of_something_computed_or_that_begins_otherwise_does_not_count_and_keeps_its_name()
    {
        FillGuests();
        Inn.Execute("""CREATE INDEX "IX_Guest_SignedUpAt" ON "Guest" ("SignedUpAt") WHERE "SeenAt" IS NULL""");
        Inn.Execute("""CREATE INDEX "IX_Guest_SignedUpAt1" ON "Guest" (lower("Name"), "SignedUpAt")""");
        Inn.Execute("""CREATE INDEX "IX_Guest_SignedUpAt2" ON "Guest" ("Name", "SignedUpAt")""");

        var advice = await Inn.AdviceAsync<Guest>(Due<Guest>("SignedUpAt"));

        Make(advice);
        advice.Should().ContainSingle().Which.Statement.Should().Be(StatementOf("IX_Guest_SignedUpAt3", "\"Guest\"", "\"SignedUpAt\""));
        (await Inn.AdviceAsync<Guest>(Due<Guest>("SignedUpAt"))).Should().BeEmpty();
    }

    [Fact]
    public async Task An_index_that_goes_on_after_the_date_serves()
    {
        FillGuests();
        Inn.Execute("""CREATE INDEX "mine" ON "Guest" ("SignedUpAt" DESC, "Name")""");

        (await Inn.AdviceAsync<Guest>(Due<Guest>("SignedUpAt"))).Should().BeEmpty();
    }

    [Fact]
    public async Task An_index_that_the_model_has_and_the_database_has_not_keeps_the_name_that_a_migration_gives_it()
    {
        FillComplaints();
        (await Inn.AdviceAsync<Room>(Due<Room>("EmptiedAt"))).Should().BeEmpty("it is there");
        Inn.Execute("""DROP INDEX "Emptied" """);

        var advice = (await Inn.AdviceAsync<Room>(Due<Room>("EmptiedAt"))).Should().ContainSingle().Subject;

        advice.IsDeclared.Should().BeTrue();
        advice.Columns.Should().Equal("EmptiedAt", "Tenant");
        advice.Statement.Should().Be(StatementOf("Emptied", "\"Room\"", "\"EmptiedAt\", \"Tenant\""));
    }

    [Fact]
    public async Task A_preview_tells_what_its_counts_miss()
    {
        FillGuests(10_000);
        FillStays(guests: 500);
        var map = PersonalDataMap.Create(TestRegisters.Shop(), [InnMaps.WithEvents], [Inn.Store.Describe(CancellationToken.None)]);
        var retention = new DataRetention(map, [Inn.Store], new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)));

        var preview = await retention.PreviewAsync(TestContext.Current.CancellationToken);

        preview.Indexes.Unknown.Should().BeEmpty();
        preview.Indexes.Missing.Select(index => index.ToString()).Should().BeEquivalentTo("Guest (SignedUpAt)", "Stay (GuestId, LeftAt)");
        preview.ToDocument(retention.Plan, Language.English).ToHtml().Should().Contain(HtmlEncoder.Default.Encode(preview.Indexes.Missing[0].Statement));
    }

    [Fact]
    public async Task A_small_table_needs_no_index()
    {
        FillGuests(9_999);

        (await Inn.AdviceAsync<Guest>(Due<Guest>("SignedUpAt"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_view_has_no_index_whatever_the_model_calls_it()
    {
        FillGuests();

        (await Inn.AdviceAsync<Listing>(Due<Listing>("SignedUpAt"))).Should().BeEmpty();
        (await Inn.AdviceAsync<Overview>(Due<Overview>("SignedUpAt"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_entities_in_one_table_that_table_is_named()
    {
        Fill("Voucher", "\"Id\", \"Name\", \"Discriminator\", \"spent at\"", "n, 'x', 'GiftVoucher', '2020-01-01 00:00:00'");

        var advice = (await Inn.AdviceAsync<GiftVoucher>(Due<GiftVoucher>("SpentAt"))).Should().ContainSingle().Subject;

        advice.ToString().Should().Be("Voucher (spent at)");
        await HelpsAsync<GiftVoucher>(advice, Due<GiftVoucher>("SpentAt"));
    }

    [Fact]
    public async Task Of_an_entity_in_several_tables_the_one_with_the_date_is_named()
    {
        Fill("Invitation", "\"Id\", \"Name\", \"EndsAt\"", "n, 'x', '2020-01-01 00:00:00'");
        Fill("Wedding", "\"Id\", \"Partner\", \"HeldAt\"", "n, 'x', '2020-01-01 00:00:00'");

        (await Inn.AdviceAsync<Wedding>(Due<Wedding>("HeldAt"))).Should().ContainSingle().Which.ToString().Should().Be("Wedding (HeldAt)");
        (await Inn.AdviceAsync<Wedding>(Due<Wedding>("EndsAt"))).Should().ContainSingle().Which.ToString().Should().Be("Invitation (EndsAt)");
    }

    [Fact]
    public async Task Of_entities_with_a_table_each_only_their_own_is_named()
    {
        Fill("Letter", "\"Id\", \"Name\", \"SentAt\"", "n, 'x', '2020-01-01 00:00:00'");
        Fill("Card", "\"Id\", \"Name\", \"SentAt\"", "n, 'x', '2020-01-01 00:00:00'");

        (await Inn.AdviceAsync<Letter>(Due<Letter>("SentAt"))).Should().ContainSingle().Which.ToString().Should().Be("Letter (SentAt)");
    }

    [Fact]
    public async Task An_entity_of_another_store_is_refused()
    {
        var guest = Inn.Entity<Guest>();
        var strange = guest with { Description = guest.Description with { Name = "Strange" } };

        var asking = async () => await Inn.Store.FindMissingIndexesAsync(strange, [], TestContext.Current.CancellationToken);

        await asking.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR3001:*");
    }

    private protected abstract string Complaints { get; }

    private protected void FillComplaints()
    {
        Fill("Room", "\"InnId\", \"Number\", \"Tenant\", \"EmptiedAt\"", "n / 100, n, 'x', '2020-01-01 00:00:00'");
        Inn.Execute($"""INSERT INTO {Complaints} ("Id", "InnId", "RoomNumber", "Text", "SettledAt") SELECT "Number", "InnId", "Number", 'x', '2020-01-01 00:00:00' FROM "Room" """);
        Analyze();
    }

    private protected static RowCondition Related<T>(string there, string here, RowCondition? that = null) => Related<T>([there], [here], that);

    private protected static RowCondition Related<T>(string[] there, string[] here, RowCondition? that = null) =>
        new RowCondition.HasRelated(typeof(T).FullName!, [.. there.Select(PropertyPath.Parse)], [.. here.Select(PropertyPath.Parse)], that ?? RowCondition.Always);

    private protected static RowCondition Due<T>(string property, bool until = true) =>
        new RowCondition.Between(new StoreTime(null, PropertyPath.Parse(property), typeof(T).GetProperty(property)!.PropertyType, TimeMeaning.ControllerLocal), First, until ? Cutoff : null);

    private void FillGuests(int count = 20_000) => Fill("Guest", "\"Id\", \"Name\", \"SignedUpAt\", \"SeenAt\"", $"n, 'x', {Dates}, {Dates}", count);

    private void FillStays(int guests = 20_000)
    {
        Inn.Execute($"""
            INSERT INTO "Stay" ("Id", "GuestId", "LeftAt")
            SELECT "Id", "Id", "SignedUpAt" FROM "Guest" WHERE "Id" <= {guests} UNION ALL SELECT "Id" + 1000000, "Id", "SignedUpAt" FROM "Guest" WHERE "Id" <= {guests}
            """);
        Analyze();
    }

    // Of a thousand rows one is of 2018, as where a sweep runs now and then.
    private static string Dates => "CASE WHEN n % 1000 = 7 THEN '2018-06-01 00:00:00' ELSE '2024-06-01 00:00:00' END";

    private protected abstract void Fill(string table, string columns, string values, int count = 20_000);

    private protected void Analyze() => Inn.Execute("ANALYZE");

    private void Make(IEnumerable<MissingIndex> advice)
    {
        foreach (var index in advice)
        {
            Inn.Execute(index.Statement);
        }

        Analyze();
    }

    private async Task HelpsAsync<T>(MissingIndex index, RowCondition where, params RowCondition[] conditions)
    {
        var name = $"IX_{index.Table}_{string.Join('_', index.Columns)}";
        var before = await Inn.PlanAsync<T>(where, conditions);
        Make([index]);
        var after = await Inn.PlanAsync<T>(where, conditions);
        before.Should().NotContain(name);
        after.Should().Contain(name);
        IsFaster(before, after);
        (await Inn.AdviceAsync<T>(where, conditions)).Should().BeEmpty("it is there now");
    }

    private static StoreTime Time<T>(Expression<Func<T, DateTime?>> value) => new(value, null, typeof(DateTime?), TimeMeaning.ControllerLocal);
}
