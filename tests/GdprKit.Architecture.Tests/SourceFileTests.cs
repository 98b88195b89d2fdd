namespace GdprKit.Architecture;

public sealed class SourceFileTests
{
    private const int MostLines = 400;

    private const int MedianLines = 60;

    [Fact]
    public void No_file_is_longer_than_a_person_reads_in_one_go()
    {
        var lengths = from file in Repository.Files
                      where IsWritten(file)
                      let lines = File.ReadLines(Repository.FullPath(file)).Count()
                      where lines > MostLines
                      select $"{file}: {lines} lines, at most {MostLines}";

        lengths.ShouldBeNone();
    }

    [Fact]
    public void Half_of_the_files_of_the_packages_fit_on_one_screen()
    {
        var lengths = SourceFile.All.Select(file => File.ReadLines(Repository.FullPath(file.Path)).Count()).Order().ToArray();

        lengths[lengths.Length / 2].Should().BeLessThanOrEqualTo(MedianLines);
    }

    [Fact]
    public void A_file_holds_at_most_one_public_type()
    {
        SourceFile.All.Where(file => file.Types.Count(type => type.IsPublic) > 1).ShouldBeNone();
    }

    [Fact]
    public void A_file_is_named_after_its_type()
    {
        var misnamed = from file in SourceFile.All
                       let type = file.Types.FirstOrDefault(type => type.IsPublic) ?? file.Types.FirstOrDefault()
                       where type is not null && type.Name != file.Name
                       select $"{file.Path} holds {type.Name}";

        misnamed.ShouldBeNone();
    }

    private static bool IsWritten(string file) =>
        Path.GetExtension(file) is ".cs" or ".cshtml" or ".razor"
        && !file.Contains("/Migrations/", StringComparison.Ordinal)
        && !file.EndsWith(".g.cs", StringComparison.Ordinal);
}
