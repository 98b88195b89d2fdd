using GdprKit.EntityFrameworkCore.Club;
using GdprKit.EntityFrameworkCore.Streaming;
using GdprKit.Mapping;
using GdprKit.Requests;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Requests.Access;

/// <summary>What a database holds of a person is in the export, once, and nothing of anybody else; rows leave as they come.</summary>
public sealed class ExportTests(PostgreSqlServer server)
{
    private static readonly PersonalDataExportOrder Access = new() { Right = RightsRequestKind.Access, Language = Language.Dutch };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hidden_rows_derived_entities_and_collections_are_in_it()
    {
        using var club = Club();
        var archive = await Archive.MakeAsync(Exports(club.Map, club.Store), SubjectId.Of(ClubKeys.Members, 1, 1), Access);

        archive.Rows("Member").Should().ContainSingle().Which.Should().Contain("""Former.Street":["Kade","=Gracht"]""").And.Contain("een@example.nl").And.NotContain("twee@example.nl");
        archive.Rows("PaymentLine").Should().BeEquivalentTo("""{"Description":"contributie"}""", """{"Description":"gift"}""");
        archive.Names.Should().Contain(name => name.EndsWith("-member.csv", StringComparison.Ordinal)).And.NotContain(name => name.EndsWith("-message.csv", StringComparison.Ordinal));
        archive.Text(archive.Names.Single(name => name.EndsWith("-member.csv", StringComparison.Ordinal))).Should().Contain("Kade; '=Gracht");

        var honorary = await Archive.MakeAsync(Exports(club.Map, club.Store), SubjectId.Of(ClubKeys.Members, 1, 2), Access);
        honorary.Rows("HonoraryMember").Should().ContainSingle().Which.Should().Contain("twee@example.nl");
        honorary.Export.Rows.Should().Be(3, "the row of the member, a line of a payment, and what a view says of it");
    }

    [Fact]
    public async Task A_row_of_two_people_gives_what_is_about_this_one_and_no_key()
    {
        using var club = Club();
        var archive = await Archive.MakeAsync(Exports(club.Map, club.Store), SubjectId.Of(ClubKeys.Staff, "bob"), Access);

        archive.Rows("Message").Should().BeEquivalentTo("""{"RecipientName":"Bob","Text":"hallo"}""", """{"SenderName":"Bob","Text":"aan niemand"}""");
        foreach (var name in archive.Names)
        {
            archive.Text(name).Should().NotContain("Ann<").And.NotContain("\"ann\"").And.NotContain("Ann,");
        }
    }

    [Fact]
    public async Task SQLite_rows_leave_while_the_next_ones_are_made()
    {
        await using var letters = await LetterDatabase.InSqliteAsync();
        await CheckStreamingAsync(letters);
    }

    [PostgreSqlFact]
    public async Task PostgreSql_rows_leave_while_the_next_ones_are_made()
    {
        await using var letters = await LetterDatabase.InPostgreSqlAsync(server);
        await CheckStreamingAsync(letters);
    }

    private static async Task CheckStreamingAsync(LetterDatabase letters)
    {
        var map = PersonalDataMap.Create(TestRegisters.Shop(), [new LetterMap()], [letters.Store.Describe(Token)]);
        await using var output = new StoppingStream(letters.ToldAsync);

        var thrown = await FluentActions.Awaiting(async () => await Exports(map, letters.Store).WriteAsync(LetterDatabase.Customer, Access, output, Token)).Should().ThrowAsync<IOException>();

        thrown.Which.Message.Should().Be(StoppingStream.Full);
        output.Told.Should().BeInRange(1, Letter.All / 4, "the first rows left before the others were made");
    }

    private static PersonalDataExports Exports(PersonalDataMap map, IPersonalDataStore store)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 26, 9, 30));
        return new PersonalDataExports(new DataRetention(map, [store], clock), [], clock);
    }

    private static ClubDatabase Club()
    {
        var club = new ClubDatabase();
        club.Save(context =>
        {
            var first = new Member { ClubId = 1, Number = 1, Name = new("Ada", "Een"), Email = new("een@example.nl"), Home = new() { Street = "Dorpsstraat", HouseNumber = 7 }, Former = { new() { Street = "Kade" }, new() { Street = "=Gracht" } }, IsDeleted = true };
            var second = new HonoraryMember { ClubId = 1, Number = 2, Name = new("Bea", "Twee"), Email = new("twee@example.nl") };
            context.AddRange(
                first,
                second,
                new Payment { Member = first, PaidAt = new DateTime(2026, 1, 1), Lines = { new() { Description = "contributie" }, new() { Description = "gift" } } },
                new Payment { Member = second, PaidAt = new DateTime(2026, 1, 1), Lines = { new() { Description = "andermans" } } },
                new Account { Login = "ann", Role = AccountRole.Volunteer, DisplayName = "Ann" },
                new AdministratorAccount { Login = "bob", Role = AccountRole.Employee, DisplayName = "Bob" },
                new Message { Sender = "ann", Recipient = "bob", SenderName = "Ann", RecipientName = "Bob", Text = "hallo" },
                new Message { Sender = "bob", Recipient = null, SenderName = "Bob", Text = "aan niemand" });
        });
        return club;
    }
}
