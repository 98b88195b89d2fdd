using System.Security.Cryptography;
using CsCheck;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What was encrypted comes back whole, or not at all.</summary>
public sealed class SealedFileTests
{
    private const int Sealed = SealedFormat.ChunkBytes + SealedFormat.TagBytes;

    private static readonly Instant Until = Instant.FromUtc(2026, 12, 10, 9, 30);

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);

    private static readonly int[] Lengths =
        [0, 1, 15, 16, 17, SealedFormat.ChunkBytes - 1, SealedFormat.ChunkBytes, SealedFormat.ChunkBytes + 1, 2 * SealedFormat.ChunkBytes, (3 * SealedFormat.ChunkBytes) + 7];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_comes_back_whatever_its_length_and_however_it_was_written()
    {
        foreach (var length in Lengths)
        {
            var content = RandomNumberGenerator.GetBytes(length);
            foreach (var piece in new[] { 7_001, SealedFormat.ChunkBytes, length + 1 })
            {
                (await OpenAsync(await SealAsync(content, piece))).Should().Equal(content);
            }
        }
    }

    [Fact]
    public async Task What_is_encrypted_shows_nothing_of_its_content_and_says_until_when_it_serves()
    {
        var file = await SealAsync(new byte[1_000]);

        file.AsSpan(SealedFormat.HeaderBytes).IndexOf(new byte[8]).Should().Be(-1);
        using var input = new MemoryStream(file);
        await using var opened = await UnsealingStream.TryOpenAsync(input, Key, Token);
        opened!.Until.Should().Be(Until);
    }

    [Fact]
    public async Task Another_key_opens_nothing()
    {
        using var input = new MemoryStream(await SealAsync(new byte[10]));
        (await UnsealingStream.TryOpenAsync(input, RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes), Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_file_that_ends_early_is_found_out_wherever_it_ends()
    {
        var content = RandomNumberGenerator.GetBytes((2 * SealedFormat.ChunkBytes) + 100);
        var file = await SealAsync(content);
        foreach (var length in new[] { 0, 5, SealedFormat.HeaderBytes, SealedFormat.HeaderBytes + Sealed, SealedFormat.HeaderBytes + Sealed - 1, SealedFormat.HeaderBytes + (2 * Sealed), file.Length - 1 })
        {
            await IsFoundOutAsync(file[..length]);
        }
    }

    [Fact]
    public async Task What_was_not_completed_is_no_file()
    {
        using var output = new MemoryStream();
        await using (var sealing = new SealingStream(output, Key, Until))
        {
            await sealing.WriteAsync(new byte[3 * SealedFormat.ChunkBytes], Token);
        }

        await IsFoundOutAsync(output.ToArray());
    }

    [Fact]
    public async Task Chunks_that_change_places_or_are_left_out_or_stand_twice_are_found_out()
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes((3 * SealedFormat.ChunkBytes) + 100));
        var header = file[..SealedFormat.HeaderBytes];
        var chunks = file[SealedFormat.HeaderBytes..].Chunk(Sealed).ToList();

        await IsFoundOutAsync([.. header, .. chunks[1], .. chunks[0], .. chunks[2], .. chunks[3]]);
        await IsFoundOutAsync([.. header, .. chunks[0], .. chunks[2], .. chunks[3]]);
        await IsFoundOutAsync([.. header, .. chunks[0], .. chunks[0], .. chunks[1], .. chunks[2], .. chunks[3]]);
        await IsFoundOutAsync([.. header, .. chunks[0], .. chunks[1], .. chunks[2], .. chunks[3], .. chunks[3]]);
        await IsFoundOutAsync([.. SealedFormat.HeaderOf(Until + Duration.FromDays(1)), .. chunks.SelectMany(chunk => chunk)]);
    }

    [Fact]
    public void Any_bit_that_changes_is_found_out() => Gen.Select(Gen.Int[1, 70_000], Gen.Int[0, int.MaxValue - 1], Gen.Int[0, 7]).SampleAsync(
        async (length, place, bit) =>
        {
            var file = await SealAsync(new byte[length]);
            file[place % file.Length] ^= (byte)(1 << bit);
            await IsFoundOutAsync(file);
        },
        iter: 40);

    private static async Task<byte[]> SealAsync(byte[] content, int piece = 10_000)
    {
        using var output = new MemoryStream();
        await using var sealing = new SealingStream(output, Key, Until);
        foreach (var some in content.Chunk(piece))
        {
            await sealing.WriteAsync(some, Token);
        }

        await sealing.CompleteAsync(Token);
        return output.ToArray();
    }

    private static async Task<byte[]?> OpenAsync(byte[] file)
    {
        using var input = new MemoryStream(file);
        await using var opened = await UnsealingStream.TryOpenAsync(input, Key, Token);
        using var content = new MemoryStream();
        if (opened is not null)
        {
            await opened.CopyToAsync(content, Token);
        }

        return opened is null ? null : content.ToArray();
    }

    private static async Task IsFoundOutAsync(byte[] file)
    {
        try
        {
            (await OpenAsync(file)).Should().BeNull();
        }
        catch (PersonalDataExportException fault)
        {
            fault.Id.Should().Be("GDPR1546");
        }
    }
}
