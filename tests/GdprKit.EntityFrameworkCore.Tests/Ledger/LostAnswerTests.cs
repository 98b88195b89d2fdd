using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>What a strategy tries again because an answer was lost is done once, and answers as if it had not been.</summary>
public abstract class LostAnswerTests : LedgerHostTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly StreamStatus Ended = StreamStatus.Parse("ended");

    private readonly SubjectRef _person = SubjectRef.New();

    private static StreamKind Kind => Subscription.StreamOf(SubjectRef.None).Kind;

    [Theory]
    [InlineData(LostWhen.BeforeTheWork)]
    [InlineData(LostWhen.BeforeTheCommit)]
    [InlineData(LostWhen.AfterTheCommit)]
    public async Task An_append_is_written_once(LostWhen when)
    {
        await using var context = ContextWith(when);

        (await new EntityFrameworkCoreLedgerStore(context).AppendAsync(AppendBatch.Of([Whole("a")]), Token)).Should().BeOfType<AppendResult.Appended>();

        (await Host.CountAsync(Subscription.StreamOf(_person, "a"))).Entries.Should().Be(1);
    }

    [Theory]
    [InlineData(LostWhen.BeforeTheWork)]
    [InlineData(LostWhen.BeforeTheCommit)]
    [InlineData(LostWhen.AfterTheCommit)]
    public async Task Forgetting_tells_how_much_went(LostWhen when)
    {
        await AppendAsync("a", "b");
        await using var context = ContextWith(when);

        (await new EntityFrameworkCoreLedgerStore(context).ForgetDetailsAsync(HeadFilter.About(_person), Token)).Should().Be(2);

        await ExpectNoTraceAsync();
    }

    [Theory]
    [InlineData(LostWhen.BeforeTheWork)]
    [InlineData(LostWhen.BeforeTheCommit)]
    [InlineData(LostWhen.AfterTheCommit)]
    public async Task Expiry_takes_no_more_streams_than_it_was_asked_to_and_tells_how_many(LostWhen when)
    {
        await AppendAsync("a", "b", "c");
        await using var context = ContextWith(when);

        (await new EntityFrameworkCoreLedgerStore(context).ExpireAsync(StreamExpiry.Of(Kind, [Ended], Start + Duration.FromDays(1)) with { Limit = 2 }, Token)).Should().Be(2);

        (await context.Set<LedgerHeadRow>().CountAsync(Token)).Should().Be(1);
        await ExpectNoTraceAsync();
    }

    [Theory]
    [InlineData(LostWhen.BeforeTheWork)]
    [InlineData(LostWhen.BeforeTheCommit)]
    [InlineData(LostWhen.AfterTheCommit)]
    public async Task Who_is_unlinked_is_told_also_with_the_ref(LostWhen when)
    {
        var person = SubjectId.Of(ShopKeys.Customers, 7);
        await using var before = ContextWith(when: null);
        var link = (await new EntityFrameworkCoreSubjectDirectory(before).LinkAsync([person], Start, Token))[0];
        await using var context = ContextWith(when);

        (await new EntityFrameworkCoreSubjectDirectory(context).UnlinkAsync([person], Token)).Should().Equal(link);

        (await new EntityFrameworkCoreSubjectDirectory(before).FindBySubjectAsync([person], Token)).Should().BeEmpty();
        await ExpectNoTraceAsync();
    }

    [Theory]
    [InlineData(LostWhen.BeforeTheWork)]
    [InlineData(LostWhen.BeforeTheCommit)]
    [InlineData(LostWhen.AfterTheCommit)]
    public async Task A_person_gets_one_ref(LostWhen when)
    {
        var person = SubjectId.Of(ShopKeys.Customers, 7);
        await using var context = ContextWith(when);

        var links = await new EntityFrameworkCoreSubjectDirectory(context).LinkAsync([person, person], Start, Token);

        (await context.Set<SubjectLinkRow>().CountAsync(Token)).Should().Be(1);
        links.Distinct().Should().ContainSingle().Which.Should().Be((await new EntityFrameworkCoreSubjectDirectory(context).FindBySubjectAsync([person], Token))[0]);
    }

    private protected abstract void Use(DbContextOptionsBuilder<LedgerContext> options, LostWhen? when);

    private LedgerContext ContextWith(LostWhen? when)
    {
        var options = new DbContextOptionsBuilder<LedgerContext>();
        Use(options, when);
        return new LedgerContext(options.Options);
    }

    private async Task AppendAsync(params string[] keys)
    {
        await using var context = ContextWith(when: null);
        (await new EntityFrameworkCoreLedgerStore(context).AppendAsync(AppendBatch.Of(keys.Select(Whole)), Token)).Should().BeOfType<AppendResult.Appended>();
    }

    private async Task ExpectNoTraceAsync()
    {
        await using var context = ContextWith(when: null);
        (await context.Set<LeaseRow>().CountAsync(Token)).Should().Be(0, "nobody took a lease");
    }

    private StreamAppend Whole(string key) => WholeAppend.To(Subscription.StreamOf(_person, key), Start, Ended.ToString(), note: "told by telephone");
}
