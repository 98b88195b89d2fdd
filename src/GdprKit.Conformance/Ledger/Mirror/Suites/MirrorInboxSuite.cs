using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is accepted while the database is refused.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorInboxSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorInboxSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>A withdrawal counts, whatever state the database is in.</summary>
    [Fact]
    public async Task What_was_accepted_is_in_the_inbox()
    {
        const string Sentence = "What was accepted is there for whoever opens the mirror, until it is removed.";
        var (one, two, large) = (Item(1), Item(2, ""), Item(3, new string('é', MirrorRange.InboxBytes / 2)));
        await Mirror.AcceptAsync(one, Token);
        await Mirror.AcceptAsync(two, Token);
        await ExpectInboxAsync([one, two], Sentence, "AcceptAsync of two");
        await FillAsync(2);
        await Mirror.AcceptAsync(large, Token);
        await ExpectInboxAsync([one, two, large], Sentence, "AcceptAsync after AppendAsync");
        await Mirror.RemoveFromInboxAsync([two.Id, Item(9).Id], Token);
        await ExpectInboxAsync([one, large], Sentence, "RemoveFromInboxAsync of one, and of one that is not there");
        await Mirror.RemoveFromInboxAsync([], Token);
        await Mirror.RemoveFromInboxAsync([large.Id, one.Id], Token);
        await ExpectInboxAsync([], Sentence, "RemoveFromInboxAsync of the others");
    }

    /// <summary>Who did not hear the answer sends again.</summary>
    [Fact]
    public async Task The_same_item_twice_is_accepted_once()
    {
        const string Sentence = "An item is accepted once, however often it is sent.";
        var item = Item(1);
        await Mirror.AcceptAsync(item, Token);
        await Mirror.AcceptAsync(item, Token);
        await (await Fixture.OpenAsync(Name, Token)).AcceptAsync(Item(5, "sent again, later", item.Id), Token);
        await ExpectInboxAsync([item], Sentence, "AcceptAsync of the same item three times");
    }

    /// <summary>Who gave consent and withdrew it has withdrawn it.</summary>
    [Fact]
    public async Task Reads_the_inbox_in_order()
    {
        const string Sentence = "Items come by the time at which they were accepted, then by id.";
        var items = new[] { 7, 3, 5, 3, -4_000_000, 3 }.Select(second => Item(second)).ToList();
        foreach (var item in items)
        {
            await Mirror.AcceptAsync(item, Token);
        }

        await ExpectInboxAsync([.. items.OrderBy(item => item.AcceptedAt).ThenBy(item => item.Id)], Sentence, "AcceptAsync of six in another order");
    }

    private async Task ExpectInboxAsync(List<InboxItem> items, string sentence, string asked, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var read = await (await Fixture.OpenAsync(Name, Token)).ReadInboxAsync(Token).ToListAsync(Token);
        Promise.IsEqual(MirrorWords.Of(items), MirrorWords.Of(read), sentence, $"ReadInboxAsync after {asked}", name);
        Promise.Holds(read.SequenceEqual(items), sentence, $"ReadInboxAsync after {asked}", "items that are equal in every part", "items that look alike and differ", name);
    }
}
