using System.Text.Json.Nodes;

namespace GdprKit;

public sealed class RegisterSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-schema-").FullName;

    [Fact]
    public void It_is_a_JSON_Schema_of_2020_12_with_an_identity_that_needs_no_domain()
    {
        var schema = JsonNode.Parse(RegisterSchema.ToJson())!;

        schema["$schema"]!.GetValue<string>().Should().Be("https://json-schema.org/draft/2020-12/schema");
        schema["$id"]!.GetValue<string>().Should().Be("urn:gdprkit:schema:gdpr-register:1");
    }

    [Fact]
    public void It_is_put_beside_the_register_under_the_name_by_which_files_refer_to_it()
    {
        var path = RegisterSchema.SaveTo(Path.Combine(_folder, "new", "folder"));

        path.Should().Be(Path.Combine(_folder, "new", "folder", RegisterSchema.FileName));
        File.ReadAllText(path).Should().Be(RegisterSchema.ToJson());
        CompleteRegister.Node()["$schema"]!.GetValue<string>().Should().Be($"./{RegisterSchema.FileName}");
    }

    [Fact]
    public void An_older_one_is_replaced()
    {
        var path = Path.Combine(_folder, RegisterSchema.FileName);
        File.WriteAllText(path, new string(' ', 1_000_000));

        RegisterSchema.SaveTo(_folder);

        File.ReadAllText(path).Should().Be(RegisterSchema.ToJson());
    }

    [Fact]
    public void An_empty_path_is_refused()
    {
        FluentActions.Invoking(() => RegisterSchema.SaveTo(" ")).Should().Throw<ArgumentException>();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
