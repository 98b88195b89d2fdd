using System.Globalization;

namespace GdprKit.Ledger.Mirror;

/// <summary>The folder of a mirror: missing, forbidden, full, in use.</summary>
public sealed class MirrorFolderTests : MirrorTest
{
    [Fact]
    public async Task A_disk_that_fills_up_anywhere_in_a_batch_takes_none_of_it_and_takes_it_when_there_is_room()
    {
        var medium = new FullMedium();
        using var mirror = Open(medium, segmentBytes: 3_000);
        var (tip, entries) = (default(MirrorTip), new List<OrderedEntry>());
        for (var room = 0L; room < 2_500; room += 61)
        {
            var batch = MirrorSamples.Batch(tip ?? Samples.Start, 3);
            medium.Room = room;
            try
            {
                (await mirror.AppendAsync(batch, Token)).Should().BeTrue();
            }
            catch (LedgerException refusal)
            {
                refusal.Id.Should().Be("GDPR3141");
                using var other = Open(segmentBytes: 3_000);
                (await other.ReadTipAsync(Token)).Should().Be(tip, "with room for {0} bytes", room);
                (await mirror.ReadTipAsync(Token)).Should().Be(tip);
                medium.Room = long.MaxValue;
                (await mirror.AppendAsync(batch, Token)).Should().BeTrue();
            }

            tip = batch.Next;
            entries.AddRange(batch.Entries);
        }

        using var last = Open();
        (await last.ReadTipAsync(Token)).Should().Be(tip);
        (await last.ReadAsync(0, 1_000, Token)).Should().Equal(entries);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_inbox_is_refused_and_what_does_not_fit_while_forgetting_is_kept()
    {
        var (tip, entries) = await FillAsync(3);
        var medium = new FullMedium { Room = 20 };
        using var mirror = Open(medium);
        (await RefusalOf(async () => await mirror.AcceptAsync(MirrorSamples.Item(1), Token))).Should().Be("GDPR3141");
        medium.Room = 200;
        (await RefusalOf(async () => await mirror.ForgetAsync([entries[0] with { Entry = null, ExpiredHash = entries[0].Hash }], Token))).Should().Be("GDPR3141");

        using var other = Open();
        (await other.ReadTipAsync(Token)).Should().Be(tip);
        (await other.ReadAsync(0, 10, Token)).Should().Equal(entries);
        (await other.ReadInboxAsync(Token).CountAsync(Token)).Should().Be(0);
        await other.AppendAsync(MirrorSamples.Batch(tip, 1), Token);
        await other.RemoveFromInboxAsync([], Token);
        Directory.EnumerateFiles(Folder, "*.new", SearchOption.AllDirectories).Should().BeEmpty("what was left behind is taken away");
    }

    [Fact]
    public async Task A_mirror_without_room_is_not_taken_for_a_database_without_room()
    {
        using var mirror = Open(new FullMedium { Room = 20 });

        var accepting = async () => await mirror.AcceptAsync(MirrorSamples.Item(1), Token);

        (await accepting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3141: *where the mirror*").Which.Message.Should().NotContain("disk of the database");
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_empty_and_a_disk_that_is_missing_is_refused()
    {
        using var mirror = Open();
        using var astray = new FileLedgerMirror(Path.Combine(Root, "not-mounted", "mirror"));

        (await mirror.ReadTipAsync(Token)).Should().BeNull();
        (await mirror.ReadInboxAsync(Token).CountAsync(Token)).Should().Be(0);
        Func<Task>[] asking =
        [
            async () => await astray.ReadTipAsync(Token),
            async () => await astray.ReadAsync(0, 1, Token),
            async () => await astray.ReadRootAsync(0, Token),
            async () => await astray.FindLackingContentAsync([], Token),
            async () => await astray.ReadContentAsync(Digest.Of([]), Token),
            async () => await astray.ReadCheckpointAsync(Token),
            async () => await astray.AppendAsync(MirrorSamples.Batch(Samples.Start, 1), Token),
            async () => await astray.ForgetAsync([], Token),
            async () => await astray.AcceptAsync(MirrorSamples.Item(1), Token),
            async () => await astray.ReadInboxAsync(Token).CountAsync(Token),
        ];
        foreach (var ask in asking)
        {
            (await RefusalOf(ask)).Should().Be("GDPR3130");
        }

        Directory.Exists(Path.Combine(Root, "not-mounted")).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_refused_without_its_name()
    {
        await File.WriteAllTextAsync(Folder, "", Token);
        using var mirror = Open();

        var appending = async () => await mirror.AppendAsync(MirrorSamples.Batch(Samples.Start, 1), Token);

        var refusal = (await appending.Should().ThrowAsync<LedgerException>()).Which;
        refusal.Id.Should().Be("GDPR3130");
        refusal.ToString().Should().NotContain(Root);
    }

    [Fact]
    public async Task A_mirror_that_may_only_be_read_is_read()
    {
        var (tip, entries) = await FillAsync(2, 2);
        using var mirror = Open(new ReadOnlyMedium());

        (await mirror.ReadTipAsync(Token)).Should().Be(tip);
        (await mirror.ReadAsync(0, 10, Token)).Should().Equal(entries);
        (await mirror.ReadInboxAsync(Token).CountAsync(Token)).Should().Be(0);
        (await RefusalOf(async () => await mirror.AppendAsync(MirrorSamples.Batch(tip, 1), Token))).Should().Be("GDPR3130");
        (await RefusalOf(async () => await mirror.ForgetAsync([entries[0] with { Entry = null, ExpiredHash = entries[0].Hash }], Token))).Should().Be("GDPR3130");
        (await RefusalOf(async () => await mirror.AcceptAsync(MirrorSamples.Item(1), Token))).Should().Be("GDPR3130");
    }

    [Fact]
    public async Task Who_finds_another_at_it_is_told_and_can_read_and_accept()
    {
        var (tip, _) = await FillAsync(1);
        using var mirror = Open();
        using (new FileStream(Path.Combine(Folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            (await RefusalOf(async () => await mirror.AppendAsync(MirrorSamples.Batch(tip, 1), Token))).Should().Be("GDPR3131");
            (await RefusalOf(async () => await mirror.ForgetAsync([], Token))).Should().Be("GDPR3131");
            (await mirror.ReadTipAsync(Token)).Should().Be(tip);
            await mirror.AcceptAsync(MirrorSamples.Item(1), Token);
        }

        (await mirror.AppendAsync(MirrorSamples.Batch(tip, 1), Token)).Should().BeTrue();
    }

    [Fact]
    public async Task No_other_account_can_read_it_and_no_name_of_a_file_says_who_it_is_about()
    {
        var content = LedgerContent.Of("content"u8);
        using var mirror = Open();
        var entry = MirrorSamples.Entry(0, "a note", content);
        await mirror.AppendAsync(MirrorBatch.After(Samples.Start, [entry], [content]), Token);
        await mirror.AcceptAsync(MirrorSamples.Item(1), Token);

        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Should().HaveCount(5);
        if (!OperatingSystem.IsWindows())
        {
            Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Should().OnlyContain(path => new FileInfo(path).UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories).Append(Folder)
                .Should().OnlyContain(path => new DirectoryInfo(path).UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }

        Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Should().NotContain(path => path.Contains(entry.Entry!.Stream.Subject.ToString()));
    }

    [Fact]
    public async Task Segments_are_bounded_and_every_root_is_known_across_them()
    {
        var (tip, entries) = await FillAsync([.. Enumerable.Range(0, 40).Select(i => (i % 5) + 1)]);
        using var mirror = Open();
        Segments.Should().HaveCountGreaterThan(10);
        new FileInfo(Segments[0]).Length.Should().BeLessThan(4_000);
        for (var size = 0; size <= tip.Tree.Size; size++)
        {
            var root = MerkleTree.Empty.Append(entries.Take(size).Select(entry => MerkleTree.LeafOf(entry.Hash))).Root;
            (await mirror.ReadRootAsync(size, Token)).Should().Be(root, "of the size {0}", size.ToString(CultureInfo.InvariantCulture));
        }

        (await mirror.ForgetAsync(entries.Select(entry => entry with { Entry = null, ExpiredHash = entry.Hash }).ToValueList(), Token)).Should().Be(entries.Count);
        using var other = Open();
        (await other.ReadAsync(0, 1_000, Token)).Should().OnlyContain(entry => entry.Entry == null && entry.IsIntact).And.HaveCount(entries.Count);
        (await other.ReadTipAsync(Token)).Should().Be(tip);
    }

    [Fact]
    public async Task What_one_process_wrote_anew_another_reads_anew()
    {
        var (tip, entries) = await FillAsync(3, 3);
        using var one = Open();
        using var two = Open();
        (await one.ReadAsync(0, 10, Token)).Should().Equal(entries);
        await two.ForgetAsync([entries[1] with { Entry = null, ExpiredHash = entries[1].Hash }], Token);
        var next = MirrorSamples.Batch(tip, 2);
        await two.AppendAsync(next, Token);

        (await one.ReadAsync(0, 10, Token)).Should().Equal([entries[0], entries[1] with { Entry = null, ExpiredHash = entries[1].Hash }, .. entries.Skip(2), .. next.Entries]);
        (await one.ReadTipAsync(Token)).Should().Be(next.Next);
        (await one.AppendAsync(MirrorSamples.Batch(next.Next, 1), Token)).Should().BeTrue();
    }
}
