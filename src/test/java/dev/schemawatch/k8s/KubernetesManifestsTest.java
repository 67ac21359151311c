package dev.schemawatch.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.cli.Root;
import dev.schemawatch.cli.Surroundings;
import dev.schemawatch.config.AppConfig;
import dev.schemawatch.config.ConfigReader;
import dev.schemawatch.config.ConfigResult;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import picocli.CommandLine;

class KubernetesManifestsTest {
    private static final String SIDECAR_PATCH = "sidecar/sidecar.yaml";
    private static final String CONFIGURATION = "common/schemawatch.yaml";
    private static final String PORT = "schemawatch";
    private static final Map<String, Class<?>> KINDS =
            Map.of("Deployment", Deployment.class, "PodMonitor", PodMonitor.class);

    @TestFactory
    Stream<DynamicTest> every_manifest_is_of_a_known_kind_and_has_no_unknown_property() {
        return manifests()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    String kind = (String) map(Manifests.read(file)).get("kind");
                    assertThat(KINDS).containsKey(kind);
                    Manifests.read(file, Objects.requireNonNull(KINDS.get(kind)));
                }));
    }

    @Test
    void a_property_that_kubernetes_does_not_have_is_an_error() {
        Object misspelt = Manifests.parse("{spec: {template: {spec: {containers: [{name: a, readynessProbe: {}}]}}}}");
        assertThatThrownBy(() -> Manifests.as(misspelt, Deployment.class)).hasMessageContaining("readynessProbe");
    }

    @Test
    void every_manifest_is_part_of_a_kustomization_beside_it() {
        List<String> listed = new ArrayList<>();
        for (String file : Manifests.files()) {
            if (file.endsWith("kustomization.yaml")) {
                Map<?, ?> kustomization = map(Manifests.read(file));
                Path folder = Path.of("k8s").resolve(file).resolveSibling("").normalize();
                for (String key : List.of("resources", "components", "patches")) {
                    for (Object entry : list(kustomization.get(key))) {
                        String name = entry instanceof Map<?, ?> patch ? (String) patch.get("path") : (String) entry;
                        Path named = folder.resolve(name).normalize();
                        assertThat(named).exists();
                        listed.add(Path.of("k8s").relativize(named).toString().replace('\\', '/'));
                    }
                }
            }
        }
        assertThat(listed).containsAll(manifests().toList()).contains(SIDECAR_PATCH);
    }

    @TestFactory
    Stream<DynamicTest> the_container_can_do_nothing_but_run() {
        return containers()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    var own = each.container().getSecurityContext();
                    var pod = each.pod().getSecurityContext();
                    assertThat(own.getReadOnlyRootFilesystem()).isTrue();
                    assertThat(own.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
                    assertThat(own.getRunAsNonRoot() == null ? pod.getRunAsNonRoot() : own.getRunAsNonRoot())
                            .isTrue();
                    assertThat(own.getRunAsUser() == null ? pod.getRunAsUser() : own.getRunAsUser())
                            .isEqualTo(1001);
                    assertThat((own.getSeccompProfile() == null ? pod.getSeccompProfile() : own.getSeccompProfile())
                                    .getType())
                            .isEqualTo("RuntimeDefault");
                    assertThat(each.container().getVolumeMounts())
                            .allSatisfy(mount -> assertThat(mount.getReadOnly()).isTrue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> memory_has_a_limit_and_the_cpu_has_none() {
        return containers()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    assertThat(each.container().getResources().getLimits()).containsOnlyKeys("memory");
                    assertThat(each.container().getResources().getRequests()).containsOnlyKeys("cpu", "memory");
                }));
    }

    @Test
    void the_sidecar_is_the_container_of_the_deployment_but_for_what_the_pod_gives() {
        Container sidecar = new ContainerBuilder(sidecar().container())
                .withRestartPolicy(null)
                .editSecurityContext()
                .withRunAsNonRoot(null)
                .withRunAsUser(null)
                .withRunAsGroup(null)
                .withSeccompProfile(null)
                .endSecurityContext()
                .build();
        Container alone = new ContainerBuilder(alone().container())
                .withReadinessProbe(null)
                .build();
        assertThat(sidecar).isEqualTo(alone);
    }

    @Test
    void the_sidecar_is_restarted_and_has_no_say_in_whether_the_application_is_ready() {
        assertThat(sidecar().container().getRestartPolicy()).isEqualTo("Always");
        assertThat(sidecar().container().getReadinessProbe()).isNull();
    }

    @TestFactory
    Stream<DynamicTest> what_is_mounted_is_there() {
        return containers()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    List<String> volumes = each.pod().getVolumes().stream()
                            .map(Volume::getName)
                            .toList();
                    assertThat(each.container().getVolumeMounts())
                            .extracting(VolumeMount::getName)
                            .isSubsetOf(volumes);
                }));
    }

    @Test
    void the_configuration_is_one_that_the_application_reads() {
        AppConfig config = config();
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(config.databases()).as("looked for in the environment").isEmpty();
    }

    @Test
    void the_configuration_is_made_into_the_config_map_that_the_pods_mount() {
        Map<?, ?> generated =
                map(list(map(Manifests.read("common/kustomization.yaml")).get("configMapGenerator"))
                        .getFirst());
        assertThat(list(generated.get("files")))
                .isEqualTo(List.of(Path.of(CONFIGURATION).getFileName().toString()));
        assertThat(containers().flatMap(each -> each.pod().getVolumes().stream()))
                .filteredOn(volume -> volume.getConfigMap() != null)
                .hasSize(2)
                .allSatisfy(
                        volume -> assertThat(volume.getConfigMap().getName()).isEqualTo(generated.get("name")));
    }

    @Test
    void the_secret_is_made_in_the_namespace_of_the_example() {
        Object namespace = map(Manifests.read("example/kustomization.yaml")).get("namespace");
        assertThat(Manifests.text("README.md"))
                .contains(
                        "kubectl create namespace " + namespace,
                        "kubectl create secret generic schemawatch -n " + namespace);
    }

    @TestFactory
    Stream<DynamicTest> the_arguments_are_those_of_the_daemon() {
        Surroundings nowhere = new Surroundings(
                List.of(),
                Path.of(""),
                Map.of(),
                false,
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                Clock.systemUTC());
        return containers()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    CommandLine.ParseResult parsed = Root.in(nowhere, (_, _) -> 0, Map.of())
                            .parseArgs(each.container().getArgs().toArray(String[]::new));
                    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("watch");
                    String config = parsed.subcommand().matchedOptionValue("--config", "");
                    int slash = config.lastIndexOf('/');
                    assertThat(each.container().getVolumeMounts())
                            .anySatisfy(
                                    mount -> assertThat(mount.getMountPath()).isEqualTo(config.substring(0, slash)));
                    assertThat(Path.of(CONFIGURATION).getFileName()).hasToString(config.substring(slash + 1));
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_url_of_the_database_is_a_file_of_a_secret() {
        return containers()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    EnvVar variable = each.container().getEnv().getFirst();
                    assertThat(variable.getName()).isEqualTo("SCHEMAWATCH_DATABASE_URL_FILE");
                    String folder =
                            variable.getValue().substring(0, variable.getValue().lastIndexOf('/'));
                    String volume = each.container().getVolumeMounts().stream()
                            .filter(mount -> mount.getMountPath().equals(folder))
                            .map(VolumeMount::getName)
                            .findFirst()
                            .orElseThrow();
                    assertThat(each.pod().getVolumes())
                            .filteredOn(candidate -> candidate.getName().equals(volume))
                            .singleElement()
                            .satisfies(candidate ->
                                    assertThat(candidate.getSecret()).isNotNull());
                }));
    }

    @TestFactory
    Stream<DynamicTest> probes_and_prometheus_ask_the_port_that_the_application_serves() {
        return containers()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    assertThat(each.container().getPorts()).singleElement().satisfies(port -> {
                        assertThat(port.getName()).isEqualTo(PORT);
                        assertThat(port.getContainerPort())
                                .isEqualTo(config().http().port());
                    });
                    assertThat(Stream.of(
                                            each.container().getStartupProbe(),
                                            each.container().getLivenessProbe(),
                                            alone().container().getReadinessProbe())
                                    .map(Probe::getHttpGet))
                            .allSatisfy(
                                    get -> assertThat(get.getPort().getStrVal()).isEqualTo(PORT))
                            .extracting(get -> get.getPath())
                            .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
                }));
    }

    @Test
    void prometheus_finds_the_pods_by_the_label_that_both_have() {
        PodMonitor monitor = Manifests.read("common/podmonitor.yaml", PodMonitor.class);
        assertThat(monitor.getSpec().getPodMetricsEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo(PORT);
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
        });
        String label =
                monitor.getSpec().getSelector().getMatchExpressions().getFirst().getKey();
        assertThat(Manifests.read("base/deployment.yaml", Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels())
                .containsKey(label);
        assertThat(operations().getFirst().get("path"))
                .isEqualTo("/spec/template/metadata/labels/" + label.replace("/", "~1"));
    }

    @Test
    void the_image_is_the_one_that_a_release_publishes() throws Exception {
        String image = alone().container().getImage();
        assertThat(Files.readString(Path.of(".github/workflows/release.yml")))
                .contains("IMAGE: " + image.substring(0, image.lastIndexOf(':')));
        assertThat(projectVersion().replace("-SNAPSHOT", "")).isEqualTo(image.substring(image.lastIndexOf(':') + 1));
    }

    @Test
    void the_image_runs_as_the_user_that_the_manifests_name() throws Exception {
        assertThat(Files.readString(Path.of("src/main/docker/Dockerfile.native")))
                .contains("USER 1001");
    }

    private static String projectVersion() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        return XPathFactory.newInstance().newXPath().evaluate("/project/version", pom);
    }

    private record Placed(String name, Container container, PodSpec pod) {}

    private static Stream<Placed> containers() {
        return Stream.of(alone(), sidecar());
    }

    private static Placed alone() {
        PodSpec pod = Manifests.read("base/deployment.yaml", Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
        return new Placed("alone", pod.getContainers().getFirst(), pod);
    }

    /** The container as it is in the example's Pod. */
    private static Placed sidecar() {
        PodSpec pod = Manifests.read("example/application.yaml", Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
        pod.getInitContainers().addAll(added("/spec/template/spec/initContainers/-", Container.class));
        pod.getVolumes().addAll(added("/spec/template/spec/volumes/-", Volume.class));
        return new Placed("sidecar", pod.getInitContainers().getLast(), pod);
    }

    private static <T> List<T> added(String path, Class<T> type) {
        return operations().stream()
                .filter(operation -> path.equals(operation.get("path")))
                .map(operation -> Manifests.as(Objects.requireNonNull(operation.get("value")), type))
                .toList();
    }

    private static List<Map<?, ?>> operations() {
        return list(Manifests.read(SIDECAR_PATCH)).stream()
                .<Map<?, ?>>map(KubernetesManifestsTest::map)
                .toList();
    }

    private static AppConfig config() {
        ConfigResult result =
                new ConfigReader(Map.of(), Checks.catalog()).read(CONFIGURATION, Manifests.text(CONFIGURATION));
        assertThat(result).isInstanceOf(ConfigResult.Valid.class);
        return ((ConfigResult.Valid) result).config();
    }

    private static Stream<String> manifests() {
        return Manifests.files().stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .filter(file -> !List.of(SIDECAR_PATCH, CONFIGURATION).contains(file));
    }

    private static Map<?, ?> map(Object tree) {
        return (Map<?, ?>) tree;
    }

    private static List<?> list(@Nullable Object tree) {
        return tree == null ? List.of() : (List<?>) tree;
    }
}
