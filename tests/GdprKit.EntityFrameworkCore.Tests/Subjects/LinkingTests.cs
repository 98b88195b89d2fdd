using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>All people of a database get a ref: once, whatever their keys are, and whoever is interrupted.</summary>
public abstract partial class LinkingTests : PeopleTests
{
    private static readonly string[] Codes =
    [
        "ann", "Ann", "ánn", "a\u0301nn", "ann ", " ann", "1", "01", "'", "a%_", "ß", "ａｎｎ", "😀", "a\u001fb", "a\u001bb", "\u001f", "\n", "\\", new('x', 380),
        new('é', 200), string.Concat(Enumerable.Repeat("😀", 190)),
    ];

    // The last has 382 UTF-16 units in 191 characters.
    private protected static readonly string[] Unlinkable = ["", new('y', 381), string.Concat(Enumerable.Repeat("🙂", 191))];

    public static TheoryData<int, bool> Ways => new() { { 1, true }, { 1, false }, { 4, true }, { 4, false }, { 1_000, true }, { 1_000, false } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Everybody_gets_the_ref_that_the_services_find_also_who_is_hidden(int rangeSize, bool isByDatabase)
    {
        var people = await FillAsync();

        var result = await LinkAsync(rangeSize, isByDatabase);

        result.Should().Be(new LinkingResult(IsFinished: true, people.Count, Unlinkable.Length));
        var links = await LinksAsync(people);
        links.Select(link => link.Subject).Should().BeEquivalentTo(people);
        links.Select(link => link.Ref).Should().OnlyHaveUniqueItems().And.NotContain(SubjectRef.None);
        await using var context = Context();
        (await context.Set<SubjectLinkRow>().CountAsync(Token)).Should().Be(people.Count, "rows that are nobody have no link");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Links_that_stand_stay_and_newcomers_are_linked_by_the_next_run(bool isByDatabase)
    {
        var people = await FillAsync();
        SubjectLink[] before = [.. await LinksAsync(people, link: true)];
        await SaveAsync(new Shopper { Id = 77 });
        Clock.AdvanceSeconds(1);

        (await LinkAsync(3, isByDatabase)).Linked.Should().Be(1);
        (await LinkAsync(3, isByDatabase)).Linked.Should().Be(0);

        (await LinksAsync(people)).Should().BeEquivalentTo(before);
        (await LinksAsync([SubjectId.Of(Customers, 77)])).Should().ContainSingle(link => link.LinkedAt == Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task Who_was_interrupted_goes_on_where_it_was()
    {
        var people = await FillAsync();
        await using var scope = Services.CreateAsyncScope();
        var failing = new FailingSource(scope.ServiceProvider.GetRequiredService<ISubjectSource>(), failsAt: 5);
        var first = new SubjectLinking(scope.ServiceProvider.GetRequiredService<ILedgerStore>(), failing, Clock) { RangeSize = 2 };

        var interrupted = async () => await first.LinkAllAsync(cancellationToken: Token);
        await interrupted.Should().ThrowAsync<TimeoutException>();
        failing.FailsAt = int.MaxValue;
        var result = await new SubjectLinking(scope.ServiceProvider.GetRequiredService<ILedgerStore>(), failing, Clock) { RangeSize = 2 }.LinkAllAsync(cancellationToken: Token);

        result.Should().Be(new LinkingResult(IsFinished: true, people.Count, Unlinkable.Length), "what the first run had linked is counted");
        failing.Asked.Distinct().Should().HaveCount(failing.Asked.Count - 1, "only the range in which it was interrupted is done twice");
        (await LinksAsync(people)).Should().HaveCount(people.Count);
    }

    [Fact]
    public async Task Who_was_cancelled_between_two_ranges_keeps_nobody_waiting_and_counts_each_of_them_once()
    {
        var people = await FillAsync();
        await using var scope = Services.CreateAsyncScope();
        using var cancellation = new CancellationTokenSource();
        var linking = new SubjectLinking(scope.ServiceProvider.GetRequiredService<ILedgerStore>(), scope.ServiceProvider.GetRequiredService<ISubjectSource>(), Clock) { RangeSize = 2 };
        await linking.Invoking(each => each.LinkAllAsync(new CancelsAtOnce(cancellation), cancellation.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        var result = await LinkAsync(rangeSize: 2, isByDatabase: true);

        result.Should().Be(new LinkingResult(IsFinished: true, people.Count, Unlinkable.Length));
    }

    [Fact]
    public async Task Of_two_instances_one_links_and_whoever_was_killed_is_replaced_when_the_lease_has_ended()
    {
        var people = await FillAsync();
        await using var scope = Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ILedgerStore>();
        var killed = await store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("subjects.link"), Guid.NewGuid(), Clock.GetCurrentInstant(), Duration.FromMinutes(1)), Token);

        (await LinkAsync(2, isByDatabase: true)).Should().Be(new LinkingResult(IsFinished: false, 0, 0));
        Clock.AdvanceMinutes(1);
        (await LinkAsync(2, isByDatabase: true)).Should().Be(new LinkingResult(IsFinished: true, people.Count, Unlinkable.Length));

        (await store.LeaseAsync(LeaseRequest.Renew(killed!, Clock.GetCurrentInstant(), Duration.FromMinutes(1)), Token)).Should().BeNull("it wakes up too late");
    }

    [Fact]
    public async Task Instances_that_link_the_same_people_at_once_give_everybody_one_ref()
    {
        var people = await FillAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var scope = Services.CreateAsyncScope();
            var source = scope.ServiceProvider.GetRequiredService<ISubjectSource>();
            for (ValueList<byte>? position = []; position is { } next;)
            {
                position = (await source.LinkNextAsync(next, 7, Clock.GetCurrentInstant(), Token)).Next;
            }
        }));

        (await LinksAsync(people)).Should().HaveCount(people.Count);
    }

    protected override void Declare(GdprKitBuilder gdpr)
    {
        gdpr.AddMap<Reader>(data => data
                .IsSubject(Employees, reader => reader.Code)
                .Field(SickLeave, reader => reader.Mail).Email(reader => reader.Mail))
            .AddMap<Tenant>(data => data
                .IsSubjectWhen(tenant => tenant.Role == 1, Customers, tenant => tenant.House, tenant => tenant.Door)
                .IsSubjectWhen(tenant => tenant.Role == 2, Employees, tenant => tenant.Door, tenant => tenant.House));
        gdpr.Services.AddSingleton<INoticeTransport>(_post).AddSingleton<INoticeLinks>(_post).AddSingleton<ILogger<NoticeSending>>(Log);
    }

    private protected async Task<List<SubjectId>> FillAsync()
    {
        Guid[] ids = [Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E"), Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"), Guid.Parse("00000000-0000-0000-0000-00000000000a")];
        string[] doors = ["a", "A", "b\u001f", "", "zz"];
        await SaveAsync(
        [
            .. Enumerable.Range(1, 12).Select(id => new Shopper { Id = id, IsDeleted = id % 3 == 0, Mail = id % 4 == 0 ? null : $"s{id}@example.org", Speaks = id == 5 ? "en-GB" : null }),
            .. Codes.Concat(Unlinkable).Select(code => new Reader { Code = code, Mail = new Mailbox($"{code.Length}@example.net") }),
            .. ids.Select(id => new Player { Id = id }),
            .. new[] { -5L, 0, 3_000_000_000, long.MaxValue }.Select(id => new Guest { Id = new GuestNumber(id) }),
            .. Enumerable.Range(0, 5).Select(i => new Tenant { House = i / 2, Door = doors[i == 3 ? 4 : i], Role = i % 3 }),
            new Backwards { Code = "one" }, new Backwards { Code = "two" },
        ]);
        return
        [
            .. Enumerable.Range(1, 12).Select(id => SubjectId.Of(Customers, id)),
            .. Codes.Select(code => SubjectId.Of(Employees, code)),
            .. ids.Select(id => SubjectId.Of(Customers, id)),
            .. new[] { -5L, 0, 3_000_000_000, long.MaxValue }.Select(id => SubjectId.Of(Employees, id)),
            SubjectId.Of(Customers, 0, "A"), SubjectId.Of(Customers, 2, "zz"), SubjectId.Of(Employees, "b\u001f", 1),
            SubjectId.Of(Customers, "one"), SubjectId.Of(Customers, "two"),
        ];
    }

    private protected async Task<LinkingResult> LinkAsync(int rangeSize, bool isByDatabase)
    {
        await using var scope = Services.CreateAsyncScope();
        var source = new EntityFrameworkCoreSubjectSource(scope.ServiceProvider.GetRequiredService<PeopleContext>(), Services.GetRequiredService<PersonalDataMap>()) { LetDatabaseMakeTexts = isByDatabase };
        return await new SubjectLinking(scope.ServiceProvider.GetRequiredService<ILedgerStore>(), source, Clock) { RangeSize = rangeSize }.LinkAllAsync(cancellationToken: Token);
    }

    private async Task<ValueList<SubjectLink>> LinksAsync(IEnumerable<SubjectId> people, bool link = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<ISubjectDirectory>();
        return await (link ? directory.LinkAsync(people.ToValueList(), Clock.GetCurrentInstant(), Token) : directory.FindBySubjectAsync(people.ToValueList(), Token));
    }

    private sealed class CancelsAtOnce(CancellationTokenSource cancellation) : IProgress<LinkingResult>
    {
        public void Report(LinkingResult value) => cancellation.Cancel();
    }

    private sealed class FailingSource(ISubjectSource source, int failsAt) : ISubjectSource
    {
        public int FailsAt { get; set; } = failsAt;

        public List<string> Asked { get; } = [];

        public async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
        {
            Asked.Add(Convert.ToHexString(position.AsSpan()));
            return Asked.Count == FailsAt ? throw new TimeoutException() : await source.LinkNextAsync(position, limit, now, cancellationToken);
        }
    }
}
