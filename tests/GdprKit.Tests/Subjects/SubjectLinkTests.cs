using GdprKit.InMemory;
using NodaTime;

namespace GdprKit.Subjects;

public sealed class SubjectLinkTests
{
    private static readonly Instant Linked = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly SubjectId Ann = SubjectId.Of(ShopKeys.Customers, "ann@example.nl");

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public void A_link_that_is_older_than_its_row_was_made_for_somebody_else()
    {
        var link = new SubjectLink(Ann, SubjectRef.New(), Linked);

        link.IsOlderThanRow(Linked - Duration.FromDays(900)).Should().BeFalse("rows are linked after they came");
        link.IsOlderThanRow(Linked).Should().BeFalse();
        link.IsOlderThanRow(Linked + SubjectLink.ClockTolerance).Should().BeFalse("the clocks of an application and its database differ");
        link.IsOlderThanRow(Linked + SubjectLink.ClockTolerance + Duration.Epsilon).Should().BeTrue();
    }

    [Fact]
    public async Task A_newcomer_gets_a_link_of_their_own_and_the_one_that_stood_is_told()
    {
        using var database = new InMemoryDatabase();
        var directory = new InMemorySubjectDirectory(database);
        var former = (await directory.LinkAsync([Ann], Linked, Token))[0];

        var (links, replaced) = await directory.LinkNewcomersAsync([Ann], Linked + Duration.FromDays(1), Token);

        replaced.Should().Equal(former);
        links.Should().ContainSingle().Which.Ref.Should().NotBe(former.Ref);
        (await directory.FindBySubjectAsync([Ann], Token)).Should().Equal(links);
        (await directory.FindByRefAsync([former.Ref], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_newcomer_under_a_new_key_replaces_nobody()
    {
        using var database = new InMemoryDatabase();

        var newcomers = await new InMemorySubjectDirectory(database).LinkNewcomersAsync([Ann], Linked, Token);

        newcomers.Replaced.Should().BeEmpty();
        newcomers.ToString().Should().Be("1 linked, 0 replaced");
    }

    [Fact]
    public void The_text_of_a_link_withholds_key_and_ref()
    {
        var link = new SubjectLink(Ann, SubjectRef.New(), Linked);

        link.ToString().Should().Be("customers (key withheld)");
    }
}
