using System.Text;

namespace GdprKit;

/// <summary>Broken JSON is found at the character where it breaks, with what is wrong there.</summary>
public sealed class RegisterFileSyntaxTests
{
    private const string LookBefore = "Look just before it for a comma, colon, quotation mark or bracket that is missing or too many.";

    private const string CloseAll = "Close every brace, bracket and quotation mark that is opened; perhaps a part of the file was lost.";

    [Theory]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "'\"' cannot stand there", LookBefore)]
    [InlineData("{ \"a\" 1 }", 1, 7, "'1' cannot stand there", LookBefore)]
    [InlineData("{ a: 1 }", 1, 3, "'a' cannot stand there", LookBefore)]
    [InlineData("{ \"a\": tru }", 1, 11, "' ' cannot stand there", LookBefore)]
    [InlineData("{ \"a\": 01 }", 1, 9, "'1' cannot stand there", LookBefore)]
    [InlineData("{ \"a\": é }", 1, 8, "'é' cannot stand there", LookBefore)]
    [InlineData("{} {}", 1, 4, "'{' cannot stand there", LookBefore)]
    [InlineData("}", 1, 1, "'}' cannot stand there", LookBefore)]
    [InlineData("{ \"a\": \"漢字📧\" x }", 1, 14, "'x' cannot stand there", LookBefore)]
    [InlineData("{\r\n \"é\": [1 2] }", 2, 10, "'2' cannot stand there", LookBefore)]
    [InlineData("{ \"a\": 1, }", 1, 11, "nothing follows the comma before this bracket", "Remove the comma before it.")]
    [InlineData("{ \"a\": [1,\n\n] }", 3, 1, "nothing follows the comma before this bracket", "Remove the comma before it.")]
    [InlineData("{\n  // the shop\n}", 2, 3, "there is a comment", "Remove it: JSON has no comments.")]
    [InlineData("{ \"a\": /* one */ 1 }", 1, 8, "there is a comment", "Remove it: JSON has no comments.")]
    [InlineData("{ 'a': 1 }", 1, 3, "there is a single quotation mark", "Write names and texts between double quotation marks.")]
    [InlineData("{ \"a\": \"one\n", 1, 12, "a text is not closed before the end of its line", "Close it with a quotation mark; a line break inside a text is written \\n.")]
    [InlineData("{ \"a\": \"C:\\windows\" }", 1, 12, "a backslash stands before something that it cannot escape", "Write a backslash itself as \\\\.")]
    [InlineData("{ \"a\": \"\\u12G4\" }", 1, 13, "a backslash stands before something that it cannot escape", "Write a backslash itself as \\\\.")]
    [InlineData("{ \"a\": 1", 1, 9, "the file ends too early", CloseAll)]
    [InlineData("{\n \"a\": \"one", 2, 11, "the file ends too early", CloseAll)]
    [InlineData("{ \"a\": nul", 1, 11, "the file ends too early", CloseAll)]
    public void Broken_JSON_is_told_with_line_and_column(string text, int line, int column, string why, string remedy)
    {
        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes(text)).Should().Equal(
            $"GDPR4207: The register file is not JSON: in line {line}, column {column}, {why}. {remedy}");
    }

    [Fact]
    public void A_byte_order_mark_takes_no_column()
    {
        RegisterFaultsOf.Lines([.. Encoding.UTF8.Preamble, .. "{ x"u8]).Should().ContainSingle().Which.Should().Contain("in line 1, column 3,");
    }

    [Fact]
    public void Thirty_two_levels_are_read()
    {
        RegisterFaultsOf.Json(Nested(32)).Should().NotContain(fault => fault.Id == RegisterFileMessages.TooDeep);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(100_000)]
    public void More_than_thirty_two_levels_are_refused_where_the_level_too_many_opens(int levels)
    {
        RegisterFaultsOf.Lines(Nested(levels)).Should().Equal(
            "GDPR4208: The register file nests objects and lists more than 32 levels deep, in line 2, column 32. Close what is opened before it; a register needs far fewer levels.");
    }

    [Fact]
    public void A_file_that_breaks_before_it_is_too_deep_is_broken()
    {
        RegisterFaultsOf.Lines(Encoding.UTF8.GetBytes($"{{ x {new string('[', 100)}")).Should().ContainSingle().Which.Should().StartWith("GDPR4207: ");
    }

    private static byte[] Nested(int levels) => Encoding.UTF8.GetBytes(
        $"{{\"a\":\n{new string('[', levels - 1)}{new string(']', levels - 1)}}}");
}
