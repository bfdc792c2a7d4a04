package licet.registry.identity;

import io.micronaut.data.annotation.Repository;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.UUID;

@Repository
interface ApiTokenRepository extends CrudRepository<ApiTokenEntity, UUID> {
    List<ApiTokenEntity> listOrderByCreatedAtDesc();
}
