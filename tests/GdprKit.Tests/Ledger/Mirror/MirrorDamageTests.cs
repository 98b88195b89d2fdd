namespace GdprKit.Ledger.Mirror;

/// <summary>What is changed in the files of a mirror is told, or changes no answer.</summary>
public sealed class MirrorDamageTests : MirrorTest
{
    private static readonly LedgerContent Content = LedgerContent.Of("the text of a notice"u8);

    [Fact]
    public async Task A_flipped_bit_anywhere_is_told_or_changes_no_answer()
    {
        await FillEverythingAsync();
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
        var right = await AnswersAsync();
        right.Values.Should().NotContain(answer => answer.StartsWith("GDPR", StringComparison.Ordinal));
        Segments.Should().HaveCountGreaterThan(2);
        var (flips, told) = (0, 0);
        foreach (var (path, bytes) in files)
        {
            for (var i = 0; i < bytes.Length; i++, flips++)
            {
                var bit = (byte)(1 << ((i * 5) % 8));
                Flip(path, i, bit);
                var answers = await AnswersAsync();
                answers.Should().OnlyContain(answer => answer.Value == right[answer.Key] || answer.Value.StartsWith("GDPR3132", StringComparison.Ordinal), "of byte {0} of {1}", i, Path.GetFileName(path));
                told += answers.Values.Any(answer => answer.StartsWith("GDPR3132", StringComparison.Ordinal)) ? 1 : 0;
                Flip(path, i, bit);
            }
        }

        told.Should().BeGreaterThan(flips * 9 / 10, "only what bears witness may be lost in silence");
        (await AnswersAsync()).Should().Equal(right);
    }

    [Fact]
    public async Task Who_writes_to_a_damaged_mirror_leaves_what_is_damaged_as_it_was()
    {
        var (tip, entries) = await FillAsync(2, 2, 2, 2);
        foreach (var path in Segments)
        {
            var bytes = await File.ReadAllBytesAsync(path, Token);
            for (var i = 0; i < bytes.Length; i += 7)
            {
                Flip(path, i, 4);
                var damaged = await File.ReadAllBytesAsync(path, Token);
                using var mirror = Open();
                await TryAsync(async () => await mirror.ForgetAsync(entries.Select(entry => entry with { Entry = null, ExpiredHash = entry.Hash }).ToValueList(), Token));
                if (path == Segments[^1])
                {
                    await TryAsync(async () => await mirror.AppendAsync(MirrorSamples.Batch(tip, 1), Token));
                }

                (await File.ReadAllBytesAsync(path, Token)).Should().Equal(damaged, "byte {0} of {1} is damaged", i, Path.GetFileName(path));
                Flip(path, i, 4);
            }
        }

        using var last = Open();
        (await last.ReadAsync(0, 100, Token)).Should().Equal(entries);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_is_told()
    {
        var (_, entries) = await FillAsync(1, 2, 1, 2);
        foreach (var path in Segments)
        {
            var bytes = await File.ReadAllBytesAsync(path, Token);
            for (var length = 0; length < bytes.Length; length++)
            {
                await File.WriteAllBytesAsync(path, bytes[..length], Token);
                using var mirror = Open();
                (await RefusalOf(async () => await mirror.ReadAsync(0, 100, Token))).Should().Be("GDPR3132", "{0} has {1} bytes of {2}", Path.GetFileName(path), length, bytes.Length);
            }

            await File.WriteAllBytesAsync(path, bytes, Token);
        }

        using var whole = Open();
        (await whole.ReadAsync(0, 100, Token)).Should().Equal(entries);
    }

    [Fact]
    public async Task A_segment_that_is_gone_is_told()
    {
        await FillAsync(2, 2, 2, 2);
        foreach (var path in Segments)
        {
            File.Move(path, path + ".away");
            using var mirror = Open();
            (await RefusalOf(async () => await mirror.ReadAsync(0, 100, Token))).Should().Be("GDPR3132", "{0} is gone", Path.GetFileName(path));
            File.Move(path + ".away", path);
        }

        Directory.Move(Path.Combine(Folder, "segments"), Path.Combine(Folder, "away"));
        using var empty = Open();
        (await RefusalOf(async () => await empty.ReadTipAsync(Token))).Should().Be("GDPR3132");
    }

    [Fact]
    public async Task A_segment_of_another_mirror_is_told()
    {
        await FillAsync(2, 2, 2);
        var own = Segments;
        var other = Path.Combine(Root, "other");
        using (var mirror = new FileLedgerMirror(other, new MirrorMedium(), 600))
        {
            var tip = new MirrorSamples().Start;
            for (var number = 0; number < 3; number++)
            {
                var batch = MirrorSamples.Batch(tip, 2);
                await mirror.AppendAsync(batch, Token);
                tip = batch.Next;
            }
        }

        foreach (var path in own)
        {
            var bytes = await File.ReadAllBytesAsync(path, Token);
            File.Copy(Path.Combine(other, "segments", Path.GetFileName(path)), path, overwrite: true);
            using var mirror = Open();
            (await RefusalOf(async () => await mirror.ReadAsync(0, 100, Token))).Should().Be("GDPR3132", "{0} is of another ledger", Path.GetFileName(path));
            await File.WriteAllBytesAsync(path, bytes, Token);
        }
    }

    [Fact]
    public async Task What_a_newer_program_wrote_is_refused_and_not_written_to()
    {
        var (tip, _) = await FillAsync(1);
        var bytes = await File.ReadAllBytesAsync(Segments[0], Token);
        var body = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes);
        bytes[5 + 14 + 1] = 2;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5 + body), FrameWriter.CheckOf(bytes.AsSpan(0, 5 + body)));
        await File.WriteAllBytesAsync(Segments[0], bytes, Token);
        using var mirror = Open();

        (await RefusalOf(async () => await mirror.ReadTipAsync(Token))).Should().Be("GDPR3133");
        (await RefusalOf(async () => await mirror.AppendAsync(MirrorSamples.Batch(tip, 1), Token))).Should().Be("GDPR3133");
        (await File.ReadAllBytesAsync(Segments[0], Token)).Should().Equal(bytes);
    }

    [Fact]
    public async Task A_torn_end_does_not_count_and_goes_with_the_next_batch()
    {
        var (tip, entries) = await FillAsync(2);
        var whole = await File.ReadAllBytesAsync(Segments[0], Token);
        var next = MirrorSamples.Batch(tip, 2);
        using (var mirror = Open(segmentBytes: 100_000))
        {
            await mirror.AppendAsync(next, Token);
        }

        var longer = await File.ReadAllBytesAsync(Segments[0], Token);
        File.Delete(Path.Combine(Folder, "tip"));
        for (var length = whole.Length; length < longer.Length; length += 5)
        {
            await File.WriteAllBytesAsync(Segments[0], longer[..length], Token);
            using var mirror = Open(segmentBytes: 100_000);
            (await mirror.ReadTipAsync(Token)).Should().Be(tip);
            (await mirror.ReadAsync(0, 10, Token)).Should().Equal(entries);
        }

        using var last = Open(segmentBytes: 100_000);
        (await last.AppendAsync(next, Token)).Should().BeTrue();
        (await File.ReadAllBytesAsync(Segments[0], Token)).Should().Equal(longer);
    }

    private static void Flip(string path, int at, byte bit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Seek(at, SeekOrigin.Begin);
        var old = file.ReadByte();
        file.Seek(at, SeekOrigin.Begin);
        file.WriteByte((byte)(old ^ bit));
    }

    private static async Task TryAsync(Func<Task> deed)
    {
        try
        {
            await deed();
        }
        catch (LedgerException)
        {
        }
    }

    /// <summary>Entries of every shape, over several segments.</summary>
    private async Task FillEverythingAsync()
    {
        using var mirror = Open();
        var expired = MirrorSamples.Entry(2);
        var first = MirrorBatch.After(Samples.Start, [MirrorSamples.Entry(0, "a note", Content), MirrorSamples.Entry(1, null), expired with { Entry = null, ExpiredHash = expired.Hash }], [Content], "the first checkpoint");
        var second = MirrorSamples.Batch(first.Next, 2);
        var third = MirrorSamples.Batch(second.Next, 2, checkpoint: "the last checkpoint");
        foreach (var batch in new[] { first, second, third })
        {
            (await mirror.AppendAsync(batch, Token)).Should().BeTrue();
        }

        await mirror.AcceptAsync(MirrorSamples.Item(1), Token);
    }

    /// <summary>Everything that can be asked, each with its answer or with its refusal.</summary>
    private async Task<Dictionary<string, string>> AnswersAsync()
    {
        using var mirror = Open();
        var answers = new Dictionary<string, string>();
        await AskAsync("tip", async () => $"{(await mirror.ReadTipAsync(Token))?.Ledger} {(await mirror.ReadTipAsync(Token))?.Tree}");
        await AskAsync("checkpoint", async () => await mirror.ReadCheckpointAsync(Token) ?? "");
        await AskAsync("content", async () => $"{(await mirror.ReadContentAsync(Content.Digest, Token))?.Digest}");
        await AskAsync("inbox", async () => string.Join(' ', await mirror.ReadInboxAsync(Token).Select(item => $"{item.Id} {item.AcceptedAt} {item.Type} {string.Join(',', item.Content)}").ToListAsync(Token)));
        for (var position = 0; position < 7; position++)
        {
            var at = position;
            await AskAsync($"entry {at}", async () => string.Join(' ', (await mirror.ReadAsync(at, 1, Token)).Select(entry => $"{entry.Id} {entry.Hash} {entry.IsIntact} {entry.Entry?.Stream.Key} {entry.Entry?.Details?.Salt.GetHashCode()} {entry.ExpiredHash}")));
            await AskAsync($"root {at}", async () => $"{await mirror.ReadRootAsync(at, Token)}");
        }

        return answers;

        async Task AskAsync(string asked, Func<Task<string>> ask)
        {
            try
            {
                answers[asked] = await ask();
            }
            catch (LedgerException refusal)
            {
                answers[asked] = refusal.Message;
            }
        }
    }
}
