using GdprKit.EntityFrameworkCore.Club;
using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Mapping;

public sealed class CountAndExportTests : IDisposable
{
    private static readonly SubjectId First = SubjectId.Of(ClubKeys.Members, 1, 1);

    private readonly ClubDatabase _club = new();

    public CountAndExportTests() => _club.Save(club =>
    {
        var first = new Member
        {
            ClubId = 1,
            Number = 1,
            Name = new("Ada", "Een"),
            Email = new("een@example.nl"),
            Home = new() { Street = "Dorpsstraat", HouseNumber = 7 },
            Former = { new() { Street = "Kade" }, new() { Street = "Gracht" } },
            Preferences = new() { Diet = "noten" },
            EmergencyContacts = { new() { Phone = "0100" }, new() { Phone = "0200" } },
            IsDeleted = true,
        };
        var second = new HonoraryMember { ClubId = 1, Number = 2, Name = new("Bea", "Twee"), Email = new("twee@example.nl") };
        club.AddRange(first, second, new Donor { ClubId = 2, Number = 1, Name = new("Cor", "Drie"), Email = new("drie@example.nl") });
        club.Entry(first).Property("Remark").CurrentValue = "belt liever";
        club.AddRange(
            new Payment { Member = first, PaidAt = new DateTime(2026, 1, 1), Lines = { new() { Description = "contributie" }, new() { Description = "gift" } } },
            new Payment { Member = second, PaidAt = new DateTime(2026, 1, 1), Lines = { new() { Description = "andermans" } } },
            new Account { Login = "ann", Role = AccountRole.Volunteer, DisplayName = "Ann" },
            new AdministratorAccount { Login = "bob", Role = AccountRole.Employee, DisplayName = "Bob" },
            new Message { Sender = "ann", Recipient = "bob", SenderName = "Ann", RecipientName = "Bob", Text = "hallo" },
            new Message { Sender = "bob", Recipient = null, SenderName = "Bob", Text = "aan niemand" },
            new Message { Sender = "ann", Recipient = "ann", SenderName = "Ann", RecipientName = "Ann zelf", Text = "notitie" });
    });

    [Fact]
    public async Task Rows_of_a_derived_entity_count_there_and_soft_deleted_ones_count_too()
    {
        (await _club.CountAsync<Member>()).Should().Be(1);
        (await _club.CountAsync<HonoraryMember>()).Should().Be(1);
        (await _club.CountAsync<Donor>()).Should().Be(1);
        (await _club.CountAsync<Account>()).Should().Be(1);
        (await _club.CountAsync<AdministratorAccount>()).Should().Be(1);
    }

    [Fact]
    public async Task A_person_is_known_by_every_part_of_the_key()
    {
        (await _club.CountAsync<Member>(First)).Should().Be(1);
        (await _club.CountAsync<Donor>(First)).Should().Be(0);
        (await _club.CountAsync<Donor>(SubjectId.Of(ClubKeys.Members, 2, 1))).Should().Be(1);
    }

    [Fact]
    public async Task Counts_nothing_of_an_unknown_person()
    {
        SubjectId[] unknown =
        [
            SubjectId.Of(ClubKeys.Members, 1, 99), SubjectId.Of(ClubKeys.Members, 1), SubjectId.Of(ClubKeys.Members, "one", "1"),
            SubjectId.Of(ClubKeys.Members, "01", "1"), SubjectId.Of(ClubKeys.Members, "1", "99999999999"), SubjectId.Of(ClubKeys.Staff, 1, 1),
        ];

        foreach (var nobody in unknown)
        {
            (await _club.CountAsync<Member>(nobody)).Should().Be(0);
            (await _club.ExportAsync<Member>(nobody)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task An_export_holds_what_is_owned_complex_converted_in_json_and_in_shadow_properties()
    {
        var record = (await _club.ExportAsync<Member>(First)).Should().ContainSingle().Subject;

        record.Key.Should().Equal(1, 1);
        record.Values.ToDictionary(value => value.Property.ToString(), value => value.Value).Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["Email"] = new MailAddressText("een@example.nl"),
            ["EmergencyContacts.Phone"] = ValueList.Create<object?>(["0100", "0200"]),
            ["Former.MovedBecause"] = ValueList.Create<object?>([null, null]),
            ["Former.Street"] = ValueList.Create<object?>(["Kade", "Gracht"]),
            ["Home.HouseNumber"] = 7,
            ["Home.Street"] = "Dorpsstraat",
            ["Name.First"] = "Ada",
            ["Name.Last"] = "Een",
            ["Preferences.Diet"] = "noten",
            ["Remark"] = "belt liever",
        });
    }

    [Fact]
    public async Task What_an_entity_could_own_and_does_not_is_empty()
    {
        var record = (await _club.ExportAsync<HonoraryMember>(SubjectId.Of(ClubKeys.Members, 1, 2))).Single();

        record.Values.Where(value => value.Value is null).Select(value => value.Property.ToString()).Should().Equal(
            "Home.HouseNumber", "Home.Street", "Preferences.Diet", "Remark");
        record.Values.Single(value => value.Property.ToString() == "Former.Street").Value.Should().Be(ValueList.Create<object?>([]));
    }

    [Fact]
    public async Task A_line_is_found_through_its_payment_and_the_key_of_the_person_is_a_parameter()
    {
        _club.Statements.Clear();
        (await _club.ExportAsync<PaymentLine>(First)).Select(record => record.Values.Single().Value).Should().BeEquivalentTo(["contributie", "gift"]);

        var statement = _club.Statements.Should().ContainSingle().Subject;
        statement.Should().Contain("EXISTS").And.Contain("@").And.NotContain("Party", "the payment holds the key of the member itself");
    }

    [Fact]
    public async Task Exports_no_field_of_somebody_else()
    {
        var messages = await _club.ExportAsync<Message>(SubjectId.Of(ClubKeys.Staff, "bob"));

        messages.Select(message => string.Join(" | ", message.Values.Select(value => value.Value))).Should().BeEquivalentTo("Bob | hallo", "Bob | aan niemand");
        messages.SelectMany(message => message.Values).Should().NotContain(value => Equals(value.Value, "Ann"));
    }

    [Fact]
    public async Task Counts_a_row_once()
    {
        var ann = SubjectId.Of(ClubKeys.Members, "ann");

        (await _club.CountAsync<Message>(ann)).Should().Be(2);
        (await _club.ExportAsync<Message>(ann)).Select(message => message.Values.Count).Should().BeEquivalentTo([2, 3]);
    }

    [Fact]
    public async Task Compares_keys_ordinally()
    {
        (await _club.CountAsync<Account>(SubjectId.Of(ClubKeys.Members, "ann"))).Should().Be(1);
        (await _club.CountAsync<Account>(SubjectId.Of(ClubKeys.Members, "Ann"))).Should().Be(0);
        (await _club.CountAsync<Account>(SubjectId.Of(ClubKeys.Members, "bob"))).Should().Be(0, "Bob is staff");
        (await _club.CountAsync<AdministratorAccount>(SubjectId.Of(ClubKeys.Staff, "bob"))).Should().Be(1);
    }

    [Fact]
    public async Task A_view_is_counted_and_exported_though_it_has_no_key()
    {
        (await _club.CountAsync<MemberListing>()).Should().Be(2);
        var record = (await _club.ExportAsync<MemberListing>(First)).Single();
        record.Key.Should().BeEmpty();
        record.Values.Single().Value.Should().Be("Een");
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var counting = async () => await _club.Store.CountAsync(_club.Entity<Member>(), RowCondition.Always, [], cancelled.Token);
        var exporting = async () => await _club.Store.ExportAsync(_club.Entity<Member>(), First, cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync();

        await counting.Should().ThrowAsync<OperationCanceledException>();
        await exporting.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Describes_without_asking_the_database()
    {
        _club.Statements.Clear();
        _club.Store.Describe(TestContext.Current.CancellationToken);

        _club.Statements.Should().BeEmpty();
    }

    public void Dispose() => _club.Dispose();
}
