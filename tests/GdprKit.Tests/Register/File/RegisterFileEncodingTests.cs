using System.Text;

namespace GdprKit;

public sealed class RegisterFileEncodingTests
{
    [Fact]
    public void A_byte_order_mark_of_UTF_8_is_accepted()
    {
        ProcessingRegister.FromJson([.. Encoding.UTF8.Preamble, .. CompleteRegister.Utf8]).Should().Be(ProcessingRegister.FromJson(CompleteRegister.Utf8));
    }

    public static TheoryData<string, bool, string> OtherEncodings => new()
    {
        { "utf-16", true, "UTF-16" },
        { "utf-16", false, "UTF-16" },
        { "utf-16BE", true, "UTF-16" },
        { "utf-16BE", false, "UTF-16" },
        { "utf-32", true, "UTF-32" },
        { "utf-32BE", true, "UTF-32" },
    };

    [Theory]
    [MemberData(nameof(OtherEncodings))]
    public void Another_encoding_of_Unicode_is_named(string encoding, bool withByteOrderMark, string name)
    {
        var encoder = Encoding.GetEncoding(encoding);
        byte[] file = [.. withByteOrderMark ? encoder.GetPreamble() : [], .. encoder.GetBytes(CompleteRegister.Text)];

        RegisterFaultsOf.Lines(file).Should().Equal($"GDPR4206: The register file is {name}. Save the file as UTF-8.");
    }

    [Fact]
    public void The_first_byte_that_is_not_UTF_8_is_named_counting_from_one()
    {
        var file = Encoding.Latin1.GetBytes("{\n  \"a\": \"café\"\n}");

        RegisterFaultsOf.Lines(file).Should().Equal("GDPR4205: The register file is not UTF-8: byte 14, in line 2, cannot stand there. Save the file as UTF-8.");
    }

    [Fact]
    public void The_byte_order_mark_counts_among_the_bytes()
    {
        RegisterFaultsOf.Lines([.. Encoding.UTF8.Preamble, (byte)'{', 0xFF]).Should().Equal(
            "GDPR4205: The register file is not UTF-8: byte 5, in line 1, cannot stand there. Save the file as UTF-8.");
    }

    [Fact]
    public void A_character_that_is_cut_off_at_the_end_is_not_UTF_8()
    {
        RegisterFaultsOf.Lines([.. "\"a"u8, 0xE2, 0x82]).Should().ContainSingle().Which.Should().StartWith("GDPR4205: The register file is not UTF-8: byte 3, ");
    }

    [Fact]
    public void A_byte_far_into_a_long_file_is_named()
    {
        byte[] file = [.. CompleteRegister.Utf8, .. Enumerable.Repeat((byte)' ', 100_000), 0xFF];

        RegisterFaultsOf.Lines(file).Should().ContainSingle().Which.Should().StartWith($"GDPR4205: The register file is not UTF-8: byte {file.Length}, ");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\ufeff")]
    [InlineData("\ufeff \n")]
    public void White_space_alone_is_an_empty_file(string text)
    {
        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes(text)).Should().Equal(
            "GDPR4203: The register file is empty. Write a register, or start from a template.");
    }
}
