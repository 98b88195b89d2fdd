using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <content>The same people, to be told of something.</content>
public abstract partial class LinkingTests
{
    private static readonly ValueList<Key<SubjectKind>> Everybody = [Customers, Employees];

    private static readonly StreamKind Told = NoticeDelivery.Fold.Kind;

    private static readonly StreamKey Version = StreamKey.Of(Digest.Of("a version"u8));

    private readonly PostOffice _post = new();

    private protected HeardLogger<NoticeSending> Log { get; } = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1_000)]
    public async Task Everybody_is_found_once_linked_or_not_and_whoever_is_hidden(int limit)
    {
        var people = await FillAsync();
        await LinksAsync(people.Take(5), link: true);

        var found = await ReadAsync(limit);

        found.Select(contact => contact.Subject).Should().BeEquivalentTo(people);
        found.Count(contact => contact.Ref is not null).Should().Be(5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task Who_has_a_head_under_the_key_is_found_no_more(int limit)
    {
        var people = await FillAsync();
        var links = await LinksAsync(people, link: true);
        SubjectLink[] told = [.. links.Where((_, i) => i % 2 == 0)];
        await TellAsync(told, Version);
        await TellAsync([.. links], StreamKey.Of(Digest.Of("another version"u8)));

        (await ReadAsync(limit)).Select(contact => contact.Subject).Should().BeEquivalentTo(people.Except(told.Select(link => link.Subject)));
    }

    [Fact]
    public async Task Counts_add_up_to_everybody()
    {
        var people = await FillAsync();
        var links = await LinksAsync(people.Take(30), link: true);
        await TellAsync([.. links.Take(20)], Version);
        await using var scope = Services.CreateAsyncScope();
        var contacts = scope.ServiceProvider.GetRequiredService<IContactSource>();

        var counts = await contacts.CountAsync(Everybody, Told, Version, Token);

        counts.Total.Should().Be(people.Count + Unlinkable.Length);
        counts.Unidentified.Should().Be(Unlinkable.Length);
        counts.Of(StreamStatus.Of(NoticeDeliveryStatus.Claimed)).Should().Be(20);
        (await contacts.CountAsync([Customers], Told, Version, Token)).Total.Should().Be(people.Count(person => person.Kind == Customers));
    }

    [Fact]
    public async Task People_are_found_by_their_keys_as_letters_with_what_their_rows_say()
    {
        var people = await FillAsync();
        await LinksAsync(people, link: true);
        await using var scope = Services.CreateAsyncScope();

        var found = await scope.ServiceProvider.GetRequiredService<IContactSource>().FindAsync(people.ToValueList(), Token);

        found.Select(contact => contact.Subject).Should().BeEquivalentTo(people);
        found.Should().OnlyContain(contact => contact.Ref != null);
        foreach (var contacts in (IEnumerable<Contact>[])[found, await ReadAsync(1_000)])
        {
            contacts.Single(contact => contact.Subject == SubjectId.Of(Customers, 5)).Should().Match<Contact>(contact => contact.EmailAddress == "s5@example.org" && contact.Language == Language.English);
            contacts.Single(contact => contact.Subject == SubjectId.Of(Customers, 4)).Should().Match<Contact>(contact => contact.EmailAddress == null && contact.Language == null);
            contacts.Single(contact => contact.Subject == SubjectId.Of(Employees, "ann")).EmailAddress.Should().Be("3@example.net");
            contacts.Single(contact => contact.Subject == SubjectId.Of(Employees, "a\u001fb")).EmailAddress.Should().Be("3@example.net");
        }
    }

    [Fact]
    public async Task Who_has_no_link_or_no_row_is_not_found_by_key()
    {
        var people = await FillAsync();
        await LinksAsync([SubjectId.Of(Customers, 1), SubjectId.Of(Customers, 99)], link: true);
        await using var scope = Services.CreateAsyncScope();

        var found = await scope.ServiceProvider.GetRequiredService<IContactSource>().FindAsync([.. people, SubjectId.Of(Customers, 99)], Token);

        found.Select(contact => contact.Subject).Should().Equal(SubjectId.Of(Customers, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task An_address_on_which_a_converter_fails_hides_nobody_and_is_said_to_be_unreadable(int limit)
    {
        var people = await FillAsync();
        await SealBadlyAsync(5);
        var unlinked = await ReadAsync(limit);
        await LinksAsync(people, link: true);
        await using var scope = Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<IContactSource>().FindAsync(people.ToValueList(), Token);

        foreach (var contacts in (IEnumerable<Contact>[])[unlinked, found])
        {
            contacts.Select(contact => contact.Subject).Should().BeEquivalentTo(people);
            var unreadable = contacts.Should().ContainSingle(contact => contact.IsAddressUnreadable).Subject;
            unreadable.Subject.Should().Be(SubjectId.Of(Customers, 5));
            unreadable.Should().Match<Contact>(contact => contact.EmailAddress == null && contact.Language == Language.English);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task A_key_on_which_a_converter_fails_hides_nobody_else_and_counts_as_one_that_cannot_be_linked(int limit)
    {
        var people = await FillAsync();
        await using (var context = Context())
        {
            await context.Database.ExecuteSqlAsync($"""INSERT INTO "Backwards" ("Code") VALUES ('')""", Token);
        }

        (await ReadAsync(limit)).Select(contact => contact.Subject).Should().BeEquivalentTo(people);
        (await LinkAsync(limit, isByDatabase: true)).Should().Be(new LinkingResult(IsFinished: true, people.Count, Unlinkable.Length + 1));
        await using var scope = Services.CreateAsyncScope();
        var contacts = scope.ServiceProvider.GetRequiredService<IContactSource>();
        (await contacts.FindAsync(people.ToValueList(), Token)).Should().HaveCount(people.Count);
        (await contacts.CountAsync([Customers, Employees], Told, Version, Token)).Should().Match<ContactCounts>(counts => counts.Without == people.Count && counts.Unidentified == Unlinkable.Length + 1);
    }

    [Fact]
    public async Task An_address_on_which_a_converter_fails_keeps_nobody_from_being_told_also_when_it_is_tried_again()
    {
        await FillAsync();
        var version = await PublishAndStartAsync();
        var mails = new List<NoticeMail>();
        await ((Func<Task>)(() => SendAsync(version, mails, killAfter: 1))).Should().ThrowAsync<OperationCanceledException>();
        foreach (var id in Enumerable.Range(1, 12).Where(id => mails[0].To != $"s{id}@example.org"))
        {
            await SealBadlyAsync(id);
        }

        var result = await SendAsync(version, mails, killAfter: int.MaxValue);

        result.Should().Match<NoticeSendingResult>(each => each.Sent == 1 && each.NextAt == null);
        mails.Should().OnlyContain(mail => mail.To != mails[0].To || mail.MessageId == mails[0].MessageId).And.HaveCountGreaterThan(1);
        mails.Count(mail => mail.To == mails[0].To).Should().Be(2, "nobody knows whether it went");
        mails.Where(mail => mail.To != mails[0].To).Select(mail => mail.To).Should().OnlyHaveUniqueItems("whose mail was being handed over as well got it then");
    }

    [Fact]
    public async Task Everybody_of_the_public_notice_is_told_once_through_a_sender_that_is_killed()
    {
        var people = (await FillAsync()).Where(person => person.Kind == Customers).ToList();
        var version = await PublishAndStartAsync();
        var mails = new List<NoticeMail>();
        var send = () => SendAsync(version, mails, killAfter: 3);
        await send.Should().ThrowAsync<OperationCanceledException>();

        var result = await SendAsync(version, mails, killAfter: int.MaxValue);

        mails.Select(mail => mail.To).Distinct().Should().BeEquivalentTo(Enumerable.Range(1, 12).Where(id => id % 4 != 0).Select(id => $"s{id}@example.org"));
        mails.GroupBy(mail => mail.To).Should().OnlyContain(group => group.Select(mail => mail.MessageId).Distinct().Count() == 1);
        result.NextAt.Should().BeNull();
        await using var scope = Services.CreateAsyncScope();
        var counts = await scope.ServiceProvider.GetRequiredService<IContactSource>().CountAsync([Customers], Told, StreamKey.Of(version.TellsOf), Token);
        counts.Should().Match<ContactCounts>(all => all.Without == 0 && all.Total == people.Count);
        counts.Of(StreamStatus.Of(NoticeDeliveryStatus.Sent)).Should().Be(9);
        counts.Of(StreamStatus.Of(NoticeDeliveryStatus.Unreachable)).Should().Be(people.Count - 9);
    }

    // What the converter of the host cannot open.
    private async Task SealBadlyAsync(int id)
    {
        await using var context = Context();
        (await context.Database.ExecuteSqlAsync($"""UPDATE "Shopper" SET "Mail" = '' WHERE "Id" = {id}""", Token)).Should().Be(1);
    }

    private protected async Task<NoticeVersion> PublishAndStartAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
        await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().StartAsync(version, cancellationToken: Token);
        return version;
    }

    private protected async Task<NoticeSendingResult> SendAsync(NoticeVersion version, List<NoticeMail> mails, int killAfter)
    {
        await using var scope = Services.CreateAsyncScope();
        using var killed = new CancellationTokenSource();
        _post.Take = mail =>
        {
            lock (mails)
            {
                mails.Add(mail);
                if (mails.Count == killAfter)
                {
                    killed.Cancel();
                    throw new OperationCanceledException();
                }
            }
        };
        return await scope.ServiceProvider.GetRequiredService<NoticeSending>().SendAsync(version, cancellationToken: killed.Token);
    }

    private async Task<List<Contact>> ReadAsync(int limit)
    {
        var found = new List<Contact>();
        for (ValueList<byte>? position = []; position is { } next;)
        {
            await using var scope = Services.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<IContactSource>()
                .ReadWithoutHeadAsync(new ContactQuery(Everybody, Told, Version) { Position = next, Limit = limit }, Token);
            page.Contacts.Count.Should().BeLessThanOrEqualTo(limit);
            found.AddRange(page.Contacts);
            position = page.Next;
        }

        return found;
    }

    private async Task TellAsync(SubjectLink[] people, StreamKey version)
    {
        await using var scope = Services.CreateAsyncScope();
        var now = Clock.GetCurrentInstant();
        var heads = people.Select(person => new StreamAppend(StreamAppend.Absent, [], new StreamHead
        {
            Stream = new StreamId(Told, person.Ref, version),
            Version = 0,
            RecordedAt = now,
            FoldVersion = 1,
            Index = new StreamIndex(StreamStatus.Of(NoticeDeliveryStatus.Claimed), now),
            State = [.. "{}"u8],
        }));
        (await scope.ServiceProvider.GetRequiredService<ILedgerStore>().AppendAsync(AppendBatch.Of(heads), Token)).Should().BeOfType<AppendResult.Appended>();
    }
}
