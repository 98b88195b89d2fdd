using System.Text;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;

namespace GdprKit.Samples.Register;

/// <summary>The declaration of the shop, which stands in its code and, the same, in a file.</summary>
public sealed class RegisterTests
{
    private static readonly string Folder = Repository.FullPath("samples", "GdprKit.Samples.Crm", "Gdpr");

    private static readonly string FilePath = Path.Combine(Folder, "gdpr-register.json");

    [Fact]
    public void The_register_in_code_and_the_one_in_the_file_are_equal()
    {
        var code = CrmRegister.Create();
        var file = ProcessingRegister.Load(FilePath);

        file.Should().Be(code);
        file.Hash.Should().Be(code.Hash);
    }

    [Fact]
    public void The_file_is_as_the_register_in_code_is_written()
    {
        File.ReadAllText(FilePath).TrimEnd().Should().Be(Encoding.UTF8.GetString(CrmRegister.Create().ToJson()).TrimEnd());
    }

    [Fact]
    public void The_schema_beside_the_file_is_that_of_the_package()
    {
        var package = Repository.FullPath("src", "GdprKit", "Register", "File", "gdpr-register.schema.json");

        File.ReadAllText(Path.Combine(Folder, "gdpr-register.schema.json")).Should().Be(File.ReadAllText(package));
    }

    [Fact]
    public void The_register_leaves_nothing_to_warn_of()
    {
        CrmRegister.Create().Warnings.Should().BeEmpty();
    }
}
