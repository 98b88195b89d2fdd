namespace GdprKit.Ledger.Mirror;

/// <summary>An inbox into which somebody else put files, or in which items are damaged.</summary>
public sealed class MirrorInboxTests : MirrorTest
{
    private string Inbox => Path.Combine(Folder, "inbox");

    public static TheoryData<string> ForeignNames => new(
    [
        "notes.item",
        ".item",
        "0123456789abcdef.item",
        "0123456789abcdef-.item",
        "0123456789abcdeg-019326f0-0000-7000-8000-000000000001.item",
        "0123456789ABCDEF-019326f0-0000-7000-8000-000000000001.item",
        "0123456789abcdef-019326f0-0000-7000-8000-000000000001.old.item",
        "0123456789abcdef-019326f0-0000-4000-8000-000000000001.item",
    ]);

    [Theory]
    [MemberData(nameof(ForeignNames))]
    public async Task A_file_that_no_item_is_named_after_keeps_nothing_from_being_accepted_read_or_removed(string foreign)
    {
        using var mirror = Open();
        var (one, two) = (MirrorSamples.Item(1), MirrorSamples.Item(2));
        await mirror.AcceptAsync(one, Token);
        await File.WriteAllTextAsync(Path.Combine(Inbox, foreign), "somebody's notes", Token);

        await mirror.AcceptAsync(two, Token);
        await mirror.AcceptAsync(two, Token);

        (await mirror.ReadInboxAsync(Token).ToListAsync(Token)).Should().Equal(one, two);
        await mirror.RemoveFromInboxAsync([one.Id, two.Id], Token);
        Directory.EnumerateFiles(Inbox).Select(Path.GetFileName).Should().Equal([foreign], "it is not ours to remove");
    }

    [Fact]
    public async Task The_items_that_can_be_read_are_given_before_one_is_told_that_cannot_and_new_ones_are_accepted()
    {
        using var mirror = Open();
        var items = Enumerable.Range(1, 4).Select(MirrorSamples.Item).ToList();
        foreach (var item in items.Take(3))
        {
            await mirror.AcceptAsync(item, Token);
        }

        var damaged = Directory.EnumerateFiles(Inbox).Order(StringComparer.Ordinal).ElementAt(1);
        await File.WriteAllBytesAsync(damaged, (await File.ReadAllBytesAsync(damaged, Token))[..^1], Token);
        await mirror.AcceptAsync(items[3], Token);

        var read = new List<InboxItem>();
        (await RefusalOf(async () =>
        {
            await foreach (var item in mirror.ReadInboxAsync(Token))
            {
                read.Add(item);
            }
        })).Should().Be("GDPR3132");
        read.Should().Equal(items[0], items[2], items[3]);
        File.Exists(damaged).Should().BeTrue("it is evidence");
    }
}
