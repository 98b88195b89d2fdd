using System.Text;

namespace GdprKit;

/// <summary>A file that cannot be read says so, with where it is and what to do.</summary>
public sealed class RegisterFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-register-").FullName;

    private string FilePath => Path.Combine(_folder, "gdpr-register.json");

    [Fact]
    public void A_register_is_read_from_its_file()
    {
        File.WriteAllBytes(FilePath, CompleteRegister.Utf8);

        ProcessingRegister.Load(FilePath).Should().Be(ProcessingRegister.FromJson(CompleteRegister.Utf8));
    }

    [Fact]
    public void A_register_is_read_from_a_file_of_exactly_the_largest_size()
    {
        File.WriteAllBytes(FilePath, Padded(RegisterFile.MaximumBytes));

        ProcessingRegister.Load(FilePath).Should().Be(ProcessingRegister.FromJson(CompleteRegister.Utf8));
    }

    [Fact]
    public void A_missing_file_is_named_by_its_full_path()
    {
        var path = Path.GetRelativePath(Directory.GetCurrentDirectory(), FilePath);

        Load(path).Should().Be($"GDPR4201: There is no file '{FilePath}'. Correct the path, or put the register there.");
    }

    [Fact]
    public void A_missing_folder_is_a_missing_file()
    {
        var path = Path.Combine(_folder, "no", "such", "folder.json");

        Load(path).Should().Be($"GDPR4201: There is no file '{path}'. Correct the path, or put the register there.");
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Load(_folder).Should().Be($"GDPR4202: The file '{_folder}' cannot be read: it is a folder. Give the application a file that it may read.");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllBytes(FilePath, []);

        Load(FilePath).Should().Be("GDPR4203: The register file is empty. Write a register, or start from a template.");
    }

    [Fact]
    public void A_large_file_is_refused_before_it_is_parsed()
    {
        File.WriteAllBytes(FilePath, Enumerable.Repeat((byte)'[', 10 * 1024 * 1024).ToArray());

        Load(FilePath).Should().Be(
            "GDPR4204: The register file is larger than 4 MiB; nothing in it was read. Give the file of the register: it declares data, it does not hold them.");
    }

    [Fact]
    public void A_file_of_one_byte_more_than_the_largest_size_is_refused()
    {
        File.WriteAllBytes(FilePath, Padded(RegisterFile.MaximumBytes + 1));

        Load(FilePath).Should().StartWith("GDPR4204: ");
    }

    [Fact]
    public void Content_that_is_too_large_is_refused_like_a_file()
    {
        RegisterFaultsOf.Lines(Padded(RegisterFile.MaximumBytes + 1)).Should().ContainSingle().Which.Should().StartWith("GDPR4204: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_path_is_a_wrong_argument(string path)
    {
        FluentActions.Invoking(() => ProcessingRegister.Load(path)).Should().Throw<ArgumentException>();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Padded(int length) => Encoding.UTF8.GetBytes(
        CompleteRegister.Text + new string(' ', length - CompleteRegister.Utf8.Length));

    private static string Load(string path) =>
        FluentActions.Invoking(() => ProcessingRegister.Load(path)).Should().Throw<InvalidRegisterException>().Which.Faults.Should().ContainSingle().Which.ToString();
}
